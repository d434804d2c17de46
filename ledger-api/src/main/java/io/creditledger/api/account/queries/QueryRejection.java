package io.creditledger.api.account.queries;

import java.io.Serializable;

/** Why a question was not answered: travels as the details of a query's failure. */
public sealed interface QueryRejection extends Serializable {

    /**
     * The read model had not reached the revision the reader demands, even after waiting.
     *
     * @param reached the revision it has of the account; -1 while it has none
     */
    record ProjectionBehind(String accountId, long demanded, long reached) implements QueryRejection {}

    /** The cursor does not come from an answer to this question. */
    record InvalidCursor(String cursor) implements QueryRejection {}
}
