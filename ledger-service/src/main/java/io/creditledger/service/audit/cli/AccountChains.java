package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.ArchiveWriter;
import io.creditledger.service.audit.archive.ArchivedAccount;
import io.creditledger.service.audit.archive.ArchivedFact;
import io.creditledger.service.audit.archive.ArchivedRefusal;
import io.creditledger.service.audit.archive.Chain;
import io.creditledger.service.audit.archive.Contents;
import io.creditledger.service.audit.archive.Manifest;
import io.creditledger.service.audit.archive.Place;
import java.util.HashMap;
import java.util.Map;

/** Checks that the facts of each account follow each other and come to what is said of the account. In memory: some 300 bytes each. */
final class AccountChains implements Contents {

    /** How far an account has come. */
    private record Known(long revision, String hash) {}

    private static final Known NOTHING = new Known(-1, Chain.BEGINNING);

    private final Map<String, Known> accounts = new HashMap<>();
    private final Pace pace;

    AccountChains(Pace pace) {
        this.pace = pace;
    }

    @Override
    public void fact(ArchivedFact fact, Place place) {
        Known before = accounts.getOrDefault(fact.accountId(), NOTHING);
        if (fact.revision() != before.revision() + 1) {
            throw place.bad("is revision " + fact.revision() + " of its account, where " + (before.revision() + 1)
                    + " has to follow");
        }
        String hash = new Chain(before.hash()).add(ArchiveWriter.json(fact));
        accounts.put(fact.accountId(), new Known(fact.revision(), hash));
        pace.fact();
    }

    @Override
    public void refusal(ArchivedRefusal refusal, Place place) {
        // Whether it can be an answer is for the ledger to say that it is brought into.
    }

    @Override
    public void account(ArchivedAccount account, Place place) {
        Known known = accounts.remove(account.accountId());
        if (known == null || !known.equals(new Known(account.revision(), account.hash()))) {
            throw place.bad("is not what the facts of the account come to");
        }
    }

    @Override
    public void end(Manifest manifest, Place place) {
        if (!accounts.isEmpty()) {
            throw place.bad("has no line about " + accounts.size() + " accounts of which it has facts");
        }
    }
}
