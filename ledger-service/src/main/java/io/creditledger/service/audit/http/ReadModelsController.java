package io.creditledger.service.audit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.RepairOutcome;
import io.creditledger.api.audit.commands.RepairAccount;
import io.creditledger.api.audit.commands.RetryDeadLetters;
import io.creditledger.api.audit.queries.CompletenessView;
import io.creditledger.api.audit.queries.DeadLetterView;
import io.creditledger.api.audit.queries.FindCompleteness;
import io.creditledger.api.audit.queries.FindDeadLetters;
import io.creditledger.api.audit.queries.FindReadModels;
import io.creditledger.api.audit.queries.ReadModelView;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the read models are, what they have set aside, and how they are mended. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/v1/audit")
class ReadModelsController {

    private final AuditBus bus;

    ReadModelsController(AuditBus bus) {
        this.bus = bus;
    }

    @Operation(operationId = "findProjections", summary = "Where each read model is in the history")
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping("/projections")
    ReadModels readModels() {
        return new ReadModels(bus.list(new FindReadModels(), ReadModelView.class));
    }

    @Operation(
            operationId = "findCompleteness",
            summary = "Whether all that is stored is there and shown, as the check that runs all the time found")
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping("/completeness")
    CompletenessView completeness() {
        return bus.find(new FindCompleteness(), CompletenessView.class).orElseThrow();
    }

    @Operation(
            operationId = "findDeadLetters",
            summary = "Accounts that read models have set aside, because a fact can't be applied")
    @TakesParameters({"limit", "cursor"})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace
    @GetMapping("/dead-letters")
    DeadLetterPage deadLetters(QueryParameters parameters) {
        FindDeadLetters question = new FindDeadLetters(parameters.limit(), parameters.cursor());
        parameters.finish();
        Page<DeadLetterView> page = bus.page(question, DeadLetterView.class);
        return new DeadLetterPage(page.items(), page.nextCursor());
    }

    @Operation(operationId = "retryDeadLetters", summary = "Tries the facts again of an account that was set aside")
    @AnswersProblems(ProblemType.NOT_FOUND)
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @LeavesTrace
    @PostMapping("/dead-letters/{projection}/{setAsideAccountId}/retry")
    Retried retry(@PathVariable String projection, @PathVariable AccountId setAsideAccountId) {
        int repaired = bus.send(new RetryDeadLetters(projection, setAsideAccountId), Integer.class)
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "there is no read model of this name",
                                Map.of("projection", projection))
                        .asException());
        return new Retried(repaired > 0);
    }

    @Operation(
            operationId = "repairAccount",
            summary = "Makes the rows of one account anew in every read model, and exchanges them at once")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.CONFLICT})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @LeavesTrace
    @PostMapping("/repairs/{repairedAccountId}")
    Repaired repair(@PathVariable AccountId repairedAccountId) {
        RepairOutcome outcome = bus.send(new RepairAccount(repairedAccountId), RepairOutcome.class)
                .orElseThrow();
        return switch (outcome) {
            case REPAIRED -> new Repaired(repairedAccountId.value());
            case NO_SUCH_ACCOUNT ->
                throw Problem.of(
                                ProblemType.ACCOUNT_NOT_FOUND,
                                "there is no account " + repairedAccountId,
                                Map.of("accountId", repairedAccountId.value()))
                        .asException();
            case HISTORY_BROKEN ->
                throw Problem.of(
                                ProblemType.CONFLICT,
                                "the facts of the account do not fit together: verify it to see where",
                                Map.of("accountId", repairedAccountId.value()))
                        .asException();
        };
    }

    /** All read models. */
    @Schema(name = "ReadModels")
    record ReadModels(List<ReadModelView> items) {}

    /** Part of what is set aside. */
    record DeadLetterPage(
            List<DeadLetterView> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(types = {"string", "null"}) @Nullable
            String nextCursor) {}

    /**
     * What came of another try.
     *
     * @param upToDate whether all of the account's facts are applied now
     */
    record Retried(boolean upToDate) {}

    /** The account whose rows are new. */
    record Repaired(String accountId) {}
}
