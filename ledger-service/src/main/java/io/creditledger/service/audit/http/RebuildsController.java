package io.creditledger.service.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.RebuildId;
import io.creditledger.api.audit.RebuildStart;
import io.creditledger.api.audit.commands.StartRebuild;
import io.creditledger.api.audit.commands.StopRebuild;
import io.creditledger.api.audit.queries.FindRebuild;
import io.creditledger.api.audit.queries.FindRebuilds;
import io.creditledger.api.audit.queries.RebuildView;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds: read models made anew from the history beside those that serve, and put in their place at once. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/v1/audit/rebuilds")
class RebuildsController {

    private static final int MAX_PROJECTION_LENGTH = 64;
    private static final int ID_LETTERS = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditBus bus;

    RebuildsController(AuditBus bus) {
        this.bus = bus;
    }

    @Operation(
            operationId = "startRebuild",
            summary = "Makes read models anew from the first fact and exchanges them at once; reads go on meanwhile")
    @ApiResponse(responseCode = "201", description = "The rebuild, under way")
    @RequestBody(
            required = false,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RebuildRequest.class)))
    @AnswersProblems({
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.REBUILD_UNDER_WAY,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE
    })
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @LeavesTrace
    @PostMapping
    ResponseEntity<RebuildView> start(Caller caller, RequestObject body) {
        String projection = body.optionalLine("projection", MAX_PROJECTION_LENGTH);
        AccountId account = account(body);
        body.finish();
        RebuildId id = newId();
        RebuildStart start = bus.send(new StartRebuild(id, projection, account, caller.actor()), RebuildStart.class)
                .orElseThrow();
        return switch (start) {
            case STARTED -> ResponseEntity.status(HttpStatus.CREATED).body(find(id));
            case ANOTHER_UNDER_WAY ->
                throw Problem.of(ProblemType.REBUILD_UNDER_WAY, "there is one rebuild at a time", Map.of())
                        .asException();
            case NO_SUCH_PROJECTION -> {
                body.note("projection", "is no read model");
                body.finish();
                throw new IllegalStateException("what was noted is a problem");
            }
            case NO_SUCH_ACCOUNT ->
                throw Problem.of(
                                ProblemType.ACCOUNT_NOT_FOUND,
                                "there is no account " + account,
                                Map.of("accountId", String.valueOf(account)))
                        .asException();
        };
    }

    /** Letters alone: among digits there are always some that look like a card's number. */
    private static RebuildId newId() {
        return new RebuildId(RebuildId.PREFIX
                + RANDOM.ints(ID_LETTERS, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private static @Nullable AccountId account(RequestObject body) {
        String id = body.optionalLine("accountId", AccountId.MAX_LENGTH);
        if (id == null) {
            return null;
        }
        if (!AccountId.isValid(id)) {
            body.note("accountId", "must be 1 to " + AccountId.MAX_LENGTH + " of A-Z a-z 0-9 . _ : -");
            return null;
        }
        return new AccountId(id);
    }

    @Operation(operationId = "findRebuilds", summary = "Rebuilds, the newest first")
    @TakesParameters({"limit", "cursor"})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping
    RebuildPage list(QueryParameters parameters) {
        FindRebuilds question = new FindRebuilds(parameters.limit(), parameters.cursor());
        parameters.finish();
        Page<RebuildView> page = bus.page(question, RebuildView.class);
        return new RebuildPage(page.items(), page.nextCursor());
    }

    @Operation(operationId = "findRebuild", summary = "How far a rebuild is, and how it ended")
    @AnswersProblems(ProblemType.NOT_FOUND)
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping("/{rebuildId}")
    RebuildView find(@PathVariable String rebuildId) {
        return find(known(rebuildId));
    }

    @Operation(operationId = "stopRebuild", summary = "Stops a rebuild; nothing is changed")
    @AnswersProblems({ProblemType.NOT_FOUND, ProblemType.CONFLICT})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @LeavesTrace
    @PostMapping("/{rebuildId}/stop")
    RebuildView stop(@PathVariable String rebuildId) {
        RebuildId id = known(rebuildId);
        find(id);
        if (!bus.send(new StopRebuild(id), Boolean.class).orElse(false)) {
            throw Problem.of(ProblemType.CONFLICT, "it is not running", Map.of("state", find(id).state()))
                    .asException();
        }
        return find(id);
    }

    private static RebuildId known(String id) {
        if (id.isBlank()) {
            throw unknown(id);
        }
        return new RebuildId(id);
    }

    private RebuildView find(RebuildId id) {
        return bus.find(new FindRebuild(id), RebuildView.class).orElseThrow(() -> unknown(id.value()));
    }

    private static ProblemException unknown(String id) {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such rebuild", Map.of("rebuildId", id))
                .asException();
    }

    /**
     * What to rebuild.
     *
     * @param projection one read model alone
     * @param accountId the rows of one account alone
     */
    record RebuildRequest(
            @Schema(description = "This read model alone.", minLength = 1, maxLength = MAX_PROJECTION_LENGTH) @Nullable
            String projection,

            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "The rows of this account alone.") @Nullable
            String accountId) {}

    /** Part of the rebuilds. */
    record RebuildPage(
            List<RebuildView> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(types = {"string", "null"}) @Nullable
            String nextCursor) {}
}
