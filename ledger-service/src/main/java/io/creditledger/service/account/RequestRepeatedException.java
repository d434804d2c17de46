package io.creditledger.service.account;

/**
 * The request has been decided before, as this fact of the account. No refusal: whoever dispatches answers with the stored
 * fact, once it is stored.
 */
public final class RequestRepeatedException extends RuntimeException {

    private final long revision;

    RequestRepeatedException(long revision) {
        // Control flow of a hot path: nobody reads the stack.
        super("decided before, at revision " + revision, null, false, false);
        this.revision = revision;
    }

    public long revision() {
        return revision;
    }
}
