package io.creditledger.service.audit;

import io.creditledger.api.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored facts of an account. Each question is answered by an index, however long the history. */
public interface AccountHistory {

    Optional<AccountFact> last(AccountId account);

    /** The last fact before a moment, which itself does not count. */
    Optional<AccountFact> lastBefore(AccountId account, Instant moment);

    /**
     * Facts in order.
     *
     * @param from the first revision wanted
     * @param through the last revision wanted
     * @param limit how many at the most
     */
    List<AccountFact> between(AccountId account, long from, long through, int limit);

    /** The last fact that said what the account is called, as of a revision. */
    Optional<AccountFact> lastDetails(AccountId account, long revision);

    /**
     * The consumptions with these ids, and the grants of the lots or purchases with these ids, before a revision.
     *
     * @param references ids of any of those
     */
    List<AccountFact> referred(AccountId account, Set<String> references, long before);
}
