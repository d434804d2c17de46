package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.Rejections;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.limits.RequestRates;
import io.creditledger.service.platform.limits.Standing;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many consumptions in one request, each decided alone. */
@Tag(name = "Credits in and out")
@RestController
class BatchController {

    private static final int MAX_ITEMS = 1_000;

    private final CommandGateway commands;
    private final Answers answers;
    private final RequestRates rates;

    BatchController(CommandGateway commands, Answers answers, RequestRates rates) {
        this.commands = commands;
        this.answers = answers;
        this.rates = rates;
    }

    @Operation(operationId = "consumeBatch", summary = "Spends credits of many accounts, each item by itself")
    @ApiResponse(responseCode = "200", description = "How each item ended, in the order of the items")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Batch.class)))
    @AnswersProblems({ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE})
    @Needs(Scope.COMMAND)
    @PostMapping("/v1/consumptions/batch")
    BatchAnswer consume(Caller caller, RequestObject body, HttpServletResponse response) {
        List<RequestObject> items = body.objects("items", MAX_ITEMS);
        body.finish();
        countBeyondTheFirst(items, caller, response);
        // All are on their way before the first is waited for, so that they share commits.
        List<CompletableFuture<Recorded>> decisions =
                items.stream().map(item -> decide(item, caller)).toList();
        long deadline = answers.deadline();
        return new BatchAnswer(
                decisions.stream().map(decision -> result(decision, deadline)).toList());
    }

    /** A batch is as much as its items would be; the first is counted already, as the request that it comes with. */
    private void countBeyondTheFirst(List<RequestObject> items, Caller caller, HttpServletResponse response) {
        Standing standing = rates.ofCaller(caller, items.size() - 1);
        standing.tell(response);
        if (!standing.isAdmitted()) {
            throw standing.problem().asException();
        }
    }

    private CompletableFuture<Recorded> decide(RequestObject item, Caller caller) {
        try {
            ConsumeCredits command = Requests.batchItem(item);
            String account = command.accountId().value();
            if (!caller.reach().covers(account)) {
                throw Rejections.problemOf(new AccountNotFound(account)).asException();
            }
            Standing standing = rates.ofAccount(account);
            if (!standing.isAdmitted()) {
                throw standing.problem().asException();
            }
            return commands.send(command);
        } catch (ProblemException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private BatchResult result(CompletableFuture<Recorded> decision, long deadline) {
        try {
            return BatchResult.of(answers.await(decision, deadline));
        } catch (ProblemException refused) {
            return BatchResult.of(refused.problem());
        }
    }

    /**
     * How it went.
     *
     * @param results one for each item, in the order of the items
     */
    record BatchAnswer(List<BatchResult> results) {}
}
