package io.creditledger.client;

/**
 * The account has not come to the revision that was to be followed from: its database was set back, or the revision is
 * another's. What was followed before is not what happened any more.
 */
public final class HistoryReplaced extends LedgerException {

    private final long followed;
    private final long actual;

    HistoryReplaced(long followed, long actual) {
        super("revision " + followed + " was followed, and the account is at " + actual, null, null, 0);
        this.followed = followed;
        this.actual = actual;
    }

    /** Up to which revision was followed. */
    public long followed() {
        return followed;
    }

    /** Which revision the account is at. */
    public long actual() {
        return actual;
    }
}
