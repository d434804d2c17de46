package io.creditledger.service.platform.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits to be committed. It is stored whole or not at all. */
sealed interface Write {

    /** Completed by the writer: after the commit, or with the reason why nothing was stored. */
    CompletableFuture<Outcome> outcome();

    /** How many rows it adds. */
    int size();

    /** Events that one unit of work published. */
    record Append(List<EventRow> rows, CompletableFuture<Outcome> outcome) implements Write {

        Append(List<EventRow> rows) {
            this(List.copyOf(rows), new CompletableFuture<>());
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /** A refusal that answers a request. */
    record Refuse(RefusalRow row, CompletableFuture<Outcome> outcome) implements Write {

        Refuse(RefusalRow row) {
            this(row, new CompletableFuture<>());
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** A refusal as it is stored. */
    record RefusalRow(String account, String request, String fingerprint, String rejection) {}

    /** How a write ended. */
    sealed interface Outcome {

        /** It is committed. */
        record Stored() implements Outcome {
            static final Stored STORED = new Stored();
        }

        /** Another event has the sequence number. */
        record SequenceTaken() implements Outcome {
            static final SequenceTaken TAKEN = new SequenceTaken();
        }

        /** The request has an answer. */
        record RequestAnswered(String account, String request) implements Outcome {}

        /** It can't be stored, whatever its neighbours do. */
        record Unstorable(Exception cause) implements Outcome {}

        /** PostgreSQL did not confirm it. */
        record Unconfirmed(EventStoreUnavailableException cause) implements Outcome {}
    }
}
