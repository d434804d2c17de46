package io.creditledger.service.account;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.Recorded;
import java.util.Optional;

/**
 * The answers that requests with an idempotency key got, kept for ever: a fact of the account's history, or a refusal. One
 * request has one answer; whichever is stored first stands.
 */
public interface AnsweredRequests {

    /** How many of its latest requests an account knows by itself; of all others it has to be told. */
    int REMEMBERED = RecentRequests.CAPACITY;

    /** The answer that stands for the request, if there is one. */
    Optional<Answer> find(AccountId account, RequestId request);

    /**
     * Stores a refusal durably, unless the request has an answer.
     *
     * @return the answer that stands: this refusal, or what was stored before
     */
    Answer refuse(AccountId account, RequestId request, Refusal refusal);

    /** What a request was answered. */
    sealed interface Answer {

        /** What was asked, in short: tells the same request from another one with its key. */
        String fingerprint();
    }

    /** The request made this fact. */
    record Fact(Recorded recorded, String fingerprint) implements Answer {}

    /** The request was refused. */
    record Refusal(LedgerRejection.Decided rejection, String fingerprint) implements Answer {}
}
