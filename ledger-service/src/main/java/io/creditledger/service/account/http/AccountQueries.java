package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalanceAsOf;
import io.creditledger.api.account.queries.FindEvents;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks about one account, with the queries of any feature. What the read models know nothing of is looked for in the event store before it is called unknown: an
 * account that was opened a moment ago is never denied.
 */
@Component
public class AccountQueries {

    private final QueryGateway queries;
    private final Answers answers;

    AccountQueries(QueryGateway queries, Answers answers) {
        this.queries = queries;
        this.answers = answers;
    }

    /**
     * The view that answers.
     *
     * @param question makes the query, given the revision that its answer must have reached
     */
    public <T> T view(
            AccountId account, @Nullable Long minRevision, Class<T> view, Function<@Nullable Long, ?> question) {
        return view(account, minRevision, ResponseTypes.optionalInstanceOf(view), question);
    }

    private <T> T view(
            AccountId account,
            @Nullable Long minRevision,
            ResponseType<Optional<T>> type,
            Function<@Nullable Long, ?> question) {
        Optional<T> found = askAbout(account, question.apply(minRevision), type);
        if (found.isPresent()) {
            return found.get();
        }
        requireStored(account);
        return ask(question.apply(atLeastOpened(minRevision)), type).orElseThrow(() -> unknown(account));
    }

    /**
     * The page that answers.
     *
     * @param question makes the query, given the revision that its answer must have reached
     */
    public <T> Page<T> page(
            AccountId account, @Nullable Long minRevision, Class<T> item, Function<@Nullable Long, ?> question) {
        return view(account, minRevision, new PageOf<>(item), question);
    }

    /** The page that answers a question about no account in particular. */
    <T> Page<T> page(Object query, Class<T> item) {
        return ask(query, new PageOf<>(item)).orElseGet(() -> new Page<>(List.of(), null, null, null));
    }

    public List<StoredFact> facts(AccountId account, long fromRevision, int limit) {
        return ask(new FindEvents(account, fromRevision, limit), ResponseTypes.multipleInstancesOf(StoredFact.class));
    }

    /** Something of an account, which is there or not; if there is no such account, that is said rather than that it is behind. */
    public <T> Optional<T> find(AccountId account, Object query, Class<T> view) {
        return askAbout(account, query, ResponseTypes.optionalInstanceOf(view));
    }

    private <T> T askAbout(AccountId account, Object query, ResponseType<T> type) {
        try {
            return ask(query, type);
        } catch (ProblemException behind) {
            if (behind.problem().type() == ProblemType.PROJECTION_BEHIND) {
                requireStored(account);
            }
            throw behind;
        }
    }

    public <T> Optional<T> find(Object query, Class<T> view) {
        return ask(query, ResponseTypes.optionalInstanceOf(view));
    }

    /** The revision of the account's last fact, which the read models may not show yet. */
    public long storedRevision(AccountId account) {
        return find(new FindBalanceAsOf(account, null, null), BalanceView.class)
                .orElseThrow(() -> unknown(account))
                .revision();
    }

    public void requireStored(AccountId account) {
        if (facts(account, 0, 1).isEmpty()) {
            throw unknown(account);
        }
    }

    private <T> T ask(Object query, ResponseType<T> type) {
        CompletableFuture<T> answer = queries.query(query, type);
        return answers.await(answer);
    }

    private static long atLeastOpened(@Nullable Long minRevision) {
        return minRevision == null ? 0 : minRevision;
    }

    static ProblemException unknown(AccountId account) {
        return Problem.of(
                        ProblemType.ACCOUNT_NOT_FOUND,
                        "there is no account " + account,
                        Map.of("accountId", account.value()))
                .asException();
    }
}
