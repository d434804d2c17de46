package io.creditledger.api.audit;

/** What came of repairing the rows of an account. */
public enum RepairOutcome {
    /** Every read model shows the account as its facts make it. */
    REPAIRED,
    /** There is no such account, and nothing was changed. */
    NO_SUCH_ACCOUNT,
    /** The facts themselves do not fit together, or one of them can't be applied; nothing was changed. */
    HISTORY_BROKEN
}
