package io.creditledger.service.purchase.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.commands.DisableAutoTopUp;
import io.creditledger.api.purchase.queries.AutoTopUpView;
import io.creditledger.api.purchase.queries.FindAutoTopUp;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.AnswersProblems;
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
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether and how an account buys credits by itself. */
@Tag(name = "Buying")
@RestController
@RequestMapping("/v1/accounts/{accountId}/auto-top-up")
class AutoTopUpController {

    private final CommandGateway commands;
    private final AccountQueries queries;
    private final Answers answers;

    AutoTopUpController(CommandGateway commands, AccountQueries queries, Answers answers) {
        this.commands = commands;
        this.queries = queries;
        this.answers = answers;
    }

    @Operation(operationId = "findAutoTopUp", summary = "Whether and how the account buys credits by itself")
    @TakesParameters({"minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping
    AutoTopUpView find(@PathVariable AccountId accountId, QueryParameters parameters) {
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return view(accountId, minRevision);
    }

    @Operation(
            operationId = "configureAutoTopUp",
            summary = "Has the account buy credits by itself, with its default card; also ends a pause")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.AutoTopUp.class)))
    @AnswersProblems({
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.PACKAGE_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.PROJECTION_BEHIND
    })
    @Needs(Scope.PURCHASE)
    @PutMapping
    AutoTopUpView configure(@PathVariable AccountId accountId, RequestObject body) {
        Long revision = answers.await(commands.send(Requests.configureAutoTopUp(accountId, body)));
        return view(accountId, revision);
    }

    @Operation(operationId = "disableAutoTopUp", summary = "Ends automatic top-ups; one that is under way goes on")
    @ApiResponse(responseCode = "204", description = "They are off")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND})
    @Needs(Scope.PURCHASE)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable AccountId accountId) {
        answers.await(commands.send(new DisableAutoTopUp(accountId)));
    }

    private AutoTopUpView view(AccountId accountId, @Nullable Long minRevision) {
        return queries.view(
                accountId, minRevision, AutoTopUpView.class, reached -> new FindAutoTopUp(accountId, reached));
    }
}
