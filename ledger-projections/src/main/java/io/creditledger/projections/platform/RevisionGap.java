package io.creditledger.projections.platform;

/** Facts of an account do not follow what was applied of it: some in between are missing. */
final class RevisionGap extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RevisionGap(AccountFacts account) {
        super("the facts of " + account.accountId() + " from revision " + account.first()
                + " on do not follow what was applied");
    }
}
