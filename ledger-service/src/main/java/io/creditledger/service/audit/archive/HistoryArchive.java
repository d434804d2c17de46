package io.creditledger.service.audit.archive;

import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes the history of a ledger out, and brings one in. */
public interface HistoryArchive {

    /** Begins to write, once there is something to write. */
    interface Begin {

        ArchiveWriter begin() throws IOException;
    }

    /**
     * Writes what is committed at this moment, in the order of the history.
     *
     * @param account this one alone; null for all
     * @return false if as many are taken out at once as may be, and nothing was begun
     * @throws IOException when whoever reads it is gone
     */
    boolean write(@Nullable AccountId account, Begin begin) throws IOException;

    /**
     * Makes the history of an archive the history of this ledger, all of it or nothing.
     *
     * @throws IOException when it stops arriving
     */
    Outcome read(InputStream archive) throws IOException;

    /** What has become of an archive. */
    sealed interface Outcome {

        /** Its history is this ledger's. */
        record Imported(Manifest manifest) implements Outcome {}

        /** This ledger has a history already. */
        record NotEmpty() implements Outcome {}

        /** The history of this ledger is on Axon Server, which takes none in. */
        record StoredElsewhere() implements Outcome {}

        /** Another one is being brought in. */
        record Busy() implements Outcome {}

        /** It is not as it was exported, and nothing of it was kept. */
        record Bad(Place place, String reason) implements Outcome {}
    }
}
