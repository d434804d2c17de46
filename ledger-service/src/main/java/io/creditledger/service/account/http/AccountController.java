package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindAccount;
import io.creditledger.api.account.queries.FindAccounts;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.account.queries.FindBalanceAsOf;
import io.creditledger.api.account.queries.FindLots;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.account.queries.Page;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Scope;
import io.creditledger.service.audit.Moment;
import io.creditledger.service.audit.PastAccounts;
import io.creditledger.service.platform.http.Answers;
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
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and what they have. */
@Tag(name = "Accounts and balance")
@RestController
@RequestMapping("/v1/accounts")
class AccountController {

    private final CommandGateway commands;
    private final AccountQueries queries;
    private final PastAccounts past;
    private final Answers answers;

    AccountController(CommandGateway commands, AccountQueries queries, PastAccounts past, Answers answers) {
        this.commands = commands;
        this.queries = queries;
        this.past = past;
        this.answers = answers;
    }

    @Operation(operationId = "openAccount", summary = "Opens an account, or changes its details")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Account.class)))
    @AnswersProblems({ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE})
    @ApiResponse(responseCode = "200", description = "The account, which was open")
    @ApiResponse(responseCode = "201", description = "The account, opened now")
    @Needs(Scope.COMMAND)
    @PutMapping("/{accountId}")
    ResponseEntity<AccountView> open(@PathVariable AccountId accountId, RequestObject body) {
        OpenAccount command = Requests.openAccount(accountId, body);
        Recorded recorded = answers.await(commands.send(command));
        if (recorded.fact() instanceof AccountOpened opened && !recorded.replayed()) {
            return ResponseEntity.status(HttpStatus.CREATED).body(opened(opened, recorded));
        }
        return ResponseEntity.ok(account(accountId, recorded.revision()));
    }

    /** An account this instant opened is all in its first fact: nobody has to wait for the read model. */
    private static AccountView opened(AccountOpened fact, Recorded recorded) {
        return new AccountView(
                fact.accountId().value(),
                fact.displayName(),
                fact.metadata(),
                recorded.occurredAt(),
                CommandAnswers.balanceAfter(recorded),
                recorded.revision(),
                recorded.occurredAt());
    }

    @Operation(operationId = "findAccount", summary = "An account with its balance")
    @TakesParameters({"minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping("/{accountId}")
    AccountView find(@PathVariable AccountId accountId, QueryParameters parameters) {
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return account(accountId, minRevision);
    }

    private AccountView account(AccountId accountId, @Nullable Long minRevision) {
        return queries.view(accountId, minRevision, AccountView.class, reached -> new FindAccount(accountId, reached));
    }

    @Operation(operationId = "findAccounts", summary = "The accounts, in the order of their ids")
    @TakesParameters({"prefix", "limit", "cursor"})
    @Needs(Scope.AUDIT)
    @LeavesTrace(parameters = {"prefix", "cursor"})
    @GetMapping
    Page<AccountView> list(Caller caller, QueryParameters parameters) {
        String prefix = parameters.text("prefix", AccountId.MAX_LENGTH);
        FindAccounts query =
                new FindAccounts(Objects.requireNonNullElse(prefix, ""), parameters.limit(), parameters.cursor());
        parameters.finish();
        if (!caller.reach().coversAll(query.prefix())) {
            throw Problem.of(
                            ProblemType.FORBIDDEN,
                            "not all accounts with this prefix are there for this key; ask with a prefix that is its own")
                    .asException();
        }
        return queries.page(query, AccountView.class);
    }

    @Operation(operationId = "findBalance", summary = "The balance, now or as it was")
    @TakesParameters({"at", "revision", "basis", "minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.REVISION_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping("/{accountId}/balance")
    BalanceView balance(@PathVariable AccountId accountId, QueryParameters parameters) {
        Moment moment = PastMoments.of(parameters);
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return moment == null
                ? queries.view(
                        accountId, minRevision, BalanceView.class, reached -> new FindBalance(accountId, reached))
                : pastBalance(accountId, moment);
    }

    /** What had been booked by then stands in the last fact before; what is known now takes the whole history. */
    private BalanceView pastBalance(AccountId accountId, Moment moment) {
        Long revision = moment.revision();
        Optional<BalanceView> found =
                switch (moment.basis()) {
                    case BOOKED ->
                        queries.find(new FindBalanceAsOf(accountId, moment.at(), revision), BalanceView.class)
                                .filter(balance -> revision == null || balance.revision() == revision);
                    case EFFECTIVE -> past.balance(accountId, moment);
                };
        return found.orElseThrow(() -> nothing(accountId, moment));
    }

    private ProblemException nothing(AccountId accountId, Moment moment) {
        queries.requireStored(accountId);
        return PastMoments.nothing(accountId, moment);
    }

    @Operation(operationId = "findLots", summary = "The lots in burn order, now or as they were")
    @TakesParameters({"all", "limit", "cursor", "at", "revision", "basis", "minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.REVISION_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping("/{accountId}/lots")
    Page<LotView> lots(@PathVariable AccountId accountId, QueryParameters parameters) {
        Moment moment = PastMoments.of(parameters);
        boolean all = parameters.flag("all");
        int limit = parameters.limit();
        String cursor = parameters.cursor();
        Long minRevision = parameters.minRevision();
        if (moment != null && all) {
            parameters.note("all", "must not be given together with at or revision");
        }
        parameters.finish();
        return moment == null
                ? queries.page(
                        accountId,
                        minRevision,
                        LotView.class,
                        reached -> new FindLots(accountId, all, limit, cursor, reached))
                : pastLots(accountId, moment, limit, parameters);
    }

    /** A page has a next one only if there is something on it: where nothing is, no page before led there. */
    private Page<LotView> pastLots(AccountId accountId, Moment moment, int limit, QueryParameters parameters) {
        String cursor = parameters.cursor();
        Page<LotView> page = past.lots(accountId, moment, limit, cursor).orElseThrow(() -> nothing(accountId, moment));
        if (cursor != null && page.items().isEmpty()) {
            parameters.note("cursor", "must be the nextCursor of the page before");
            parameters.finish();
        }
        return page;
    }
}
