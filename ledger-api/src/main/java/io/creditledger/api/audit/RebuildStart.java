package io.creditledger.api.audit;

/** What comes of asking for a rebuild. */
public enum RebuildStart {
    /** It is under way. */
    STARTED,
    /** Another that is not of one account alone is under way; there is one at a time. */
    ANOTHER_UNDER_WAY,
    /** There is no read model of this name. */
    NO_SUCH_PROJECTION,
    /** There is no such account. */
    NO_SUCH_ACCOUNT
}
