package io.creditledger.service.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.VerificationId;
import io.creditledger.api.audit.commands.AuditCommand;
import io.creditledger.api.audit.commands.ResumeVerification;
import io.creditledger.api.audit.commands.StartVerification;
import io.creditledger.api.audit.commands.StopVerification;
import io.creditledger.api.audit.queries.FindVerification;
import io.creditledger.api.audit.queries.FindVerifications;
import io.creditledger.api.audit.queries.VerificationView;
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

/** Verification by replay: all history folded once more, and compared with what everybody is shown. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/v1/audit/verifications")
class VerificationsController {

    private static final int MAX_PACE = 1_000_000;
    private static final int ID_LETTERS = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuditBus bus;

    VerificationsController(AuditBus bus) {
        this.bus = bus;
    }

    @Operation(
            operationId = "startVerification",
            summary = "Replays the history from its first fact and compares it with the read models")
    @ApiResponse(responseCode = "201", description = "The verification, under way")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationRequest.class)))
    @AnswersProblems({ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @PostMapping
    ResponseEntity<VerificationView> start(Caller caller, RequestObject body) {
        AccountRange accounts = accounts(body);
        Long pace = body.optionalInteger("maxEventsPerSecond", 1, MAX_PACE);
        body.finish();
        VerificationId id = newId();
        bus.send(new StartVerification(id, accounts, pace == null ? null : pace.intValue(), caller.actor()));
        return ResponseEntity.status(HttpStatus.CREATED).body(find(id));
    }

    /** Letters alone: among digits there are always some that look like a card's number. */
    private static VerificationId newId() {
        return new VerificationId(VerificationId.PREFIX
                + RANDOM.ints(ID_LETTERS, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private static AccountRange accounts(RequestObject body) {
        AccountId only = account(body, "accountId");
        AccountId first = account(body, "fromAccountId");
        AccountId last = account(body, "toAccountId");
        if (only == null) {
            return new AccountRange(first, last);
        }
        if (first != null || last != null) {
            body.note("accountId", "must not be given together with fromAccountId or toAccountId");
        }
        return AccountRange.only(only);
    }

    private static @Nullable AccountId account(RequestObject body, String field) {
        String id = body.optionalLine(field, AccountId.MAX_LENGTH);
        if (id == null) {
            return null;
        }
        if (!AccountId.isValid(id)) {
            body.note(field, "must be 1 to " + AccountId.MAX_LENGTH + " of A-Z a-z 0-9 . _ : -");
            return null;
        }
        return new AccountId(id);
    }

    @Operation(operationId = "findVerifications", summary = "Verifications, the newest first")
    @TakesParameters({"limit", "cursor"})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping
    VerificationPage list(QueryParameters parameters) {
        FindVerifications question = new FindVerifications(parameters.limit(), parameters.cursor());
        parameters.finish();
        Page<VerificationView> page = bus.page(question, VerificationView.class);
        return new VerificationPage(page.items(), page.nextCursor());
    }

    @Operation(operationId = "findVerification", summary = "How far a verification is, and what it found")
    @AnswersProblems(ProblemType.NOT_FOUND)
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping("/{verificationId}")
    VerificationView find(@PathVariable String verificationId) {
        return find(known(verificationId));
    }

    @Operation(operationId = "stopVerification", summary = "Stops a verification where it is")
    @AnswersProblems({ProblemType.NOT_FOUND, ProblemType.CONFLICT})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @PostMapping("/{verificationId}/stop")
    VerificationView stop(@PathVariable String verificationId) {
        VerificationId id = known(verificationId);
        return changed(id, new StopVerification(id), "it is not running");
    }

    @Operation(operationId = "resumeVerification", summary = "Lets a verification go on from where it stopped")
    @AnswersProblems({ProblemType.NOT_FOUND, ProblemType.CONFLICT})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @PostMapping("/{verificationId}/resumption")
    VerificationView resume(@PathVariable String verificationId) {
        VerificationId id = known(verificationId);
        return changed(id, new ResumeVerification(id), "it was neither stopped nor did it fail");
    }

    private VerificationView changed(VerificationId id, AuditCommand command, String otherwise) {
        VerificationView before = find(id);
        if (!bus.send(command, Boolean.class).orElse(false)) {
            throw Problem.of(ProblemType.CONFLICT, otherwise, Map.of("state", before.state()))
                    .asException();
        }
        return find(id);
    }

    private static VerificationId known(String id) {
        if (id.isBlank()) {
            throw unknown(id);
        }
        return new VerificationId(id);
    }

    private VerificationView find(VerificationId id) {
        return bus.find(new FindVerification(id), VerificationView.class).orElseThrow(() -> unknown(id.value()));
    }

    private static ProblemException unknown(String id) {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such verification", Map.of("verificationId", id))
                .asException();
    }

    /**
     * What to verify.
     *
     * @param accountId one account alone
     * @param fromAccountId the first account, in the order of their ids
     * @param toAccountId the last account
     * @param maxEventsPerSecond how fast it may go
     */
    record VerificationRequest(
            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "This account alone.") @Nullable
            String accountId,

            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "From this account on, in the order of ids.")
            @Nullable
            String fromAccountId,

            @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "Up to this account.") @Nullable
            String toAccountId,

            @Schema(
                    description =
                            "No faster than this; without it as fast as it goes, but gently while commands come in.",
                    type = "integer",
                    format = "int64",
                    minimum = "1",
                    maximum = "1000000")
            @Nullable
            Long maxEventsPerSecond) {}

    /** Part of the verifications. */
    record VerificationPage(
            List<VerificationView> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(types = {"string", "null"}) @Nullable
            String nextCursor) {}
}
