package io.creditledger.service.access.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.creditledger.service.access.AccessRefusedException;
import io.creditledger.service.access.ApiKey;
import io.creditledger.service.access.ApiKeys;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.IssuedApiKey;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys of services and people. */
@Tag(name = "Keys")
@RestController
@RequestMapping("/v1/api-keys")
class ApiKeysController {

    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @Operation(operationId = "createApiKey", summary = "Makes a key; its secret is told this once")
    @ApiResponse(responseCode = "201", description = "The key with its secret")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.NewKey.class)))
    @AnswersProblems({ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.CONFLICT})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @PostMapping
    ResponseEntity<KeyWithSecret> create(Caller caller, RequestObject body) {
        IssuedApiKey issued = unlessRefused(() -> keys.create(Requests.newApiKey(body), caller.actor()));
        return told(issued);
    }

    @Operation(operationId = "findApiKeys", summary = "The keys without their secrets, revoked ones included")
    @TakesParameters({"limit", "cursor"})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @GetMapping
    KeyPage list(QueryParameters parameters) {
        int limit = parameters.limit();
        String cursor = parameters.cursor();
        parameters.finish();
        // One more than asked for tells whether there is a next page.
        List<ApiKey> found = keys.page(Objects.requireNonNullElse(cursor, ""), limit + 1);
        return found.size() <= limit
                ? new KeyPage(found, null)
                : new KeyPage(found.subList(0, limit), found.get(limit - 1).keyId());
    }

    @Operation(operationId = "findApiKey", summary = "A key without its secret")
    @AnswersProblems(ProblemType.NOT_FOUND)
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @GetMapping("/{keyId}")
    ApiKey find(@PathVariable String keyId) {
        return keys.find(keyId).orElseThrow(() -> unknown(keyId));
    }

    @Operation(
            operationId = "rotateApiKey",
            summary = "Gives a key another secret, told this once; the one before stays valid for a while")
    @ApiResponse(responseCode = "201", description = "The key with its new secret")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Rotation.class)))
    @AnswersProblems({ProblemType.NOT_FOUND, ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @PostMapping("/{keyId}/rotation")
    ResponseEntity<KeyWithSecret> rotate(@PathVariable String keyId, RequestObject body) {
        return told(keys.rotate(keyId, Requests.overlap(body)).orElseThrow(() -> unknown(keyId)));
    }

    @Operation(operationId = "endApiKeyRotation", summary = "Ends the time of the secret before the last rotation")
    @AnswersProblems(ProblemType.NOT_FOUND)
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @DeleteMapping("/{keyId}/rotation")
    ApiKey endRotation(@PathVariable String keyId) {
        return keys.endRotation(keyId).orElseThrow(() -> unknown(keyId));
    }

    @Operation(operationId = "revokeApiKey", summary = "Ends a key at once and for good")
    @ApiResponse(responseCode = "204", description = "The key is no longer valid")
    @AnswersProblems({ProblemType.NOT_FOUND, ProblemType.CONFLICT})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @DeleteMapping("/{keyId}")
    ResponseEntity<Void> revoke(Caller caller, @PathVariable String keyId) {
        if (!unlessRefused(() -> keys.revoke(keyId, caller.actor()))) {
            throw unknown(keyId);
        }
        return ResponseEntity.noContent().build();
    }

    private static <T> T unlessRefused(Supplier<T> change) {
        try {
            return change.get();
        } catch (AccessRefusedException refused) {
            throw Problem.of(ProblemType.CONFLICT, String.valueOf(refused.getMessage()))
                    .asException();
        }
    }

    private static ResponseEntity<KeyWithSecret> told(IssuedApiKey issued) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new KeyWithSecret(issued.key(), issued.secret()));
    }

    private static ProblemException unknown(String keyId) {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such key, or it was revoked", Map.of("keyId", keyId))
                .asException();
    }

    /**
     * A key at the only moment at which its secret is told.
     *
     * @param key what to send in the header Authorization
     */
    @Schema(name = "ApiKeyWithSecret")
    record KeyWithSecret(@JsonUnwrapped ApiKey description, String key) {}

    /** Part of the keys. */
    @Schema(name = "ApiKeyPage")
    record KeyPage(
            List<ApiKey> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String nextCursor) {}
}
