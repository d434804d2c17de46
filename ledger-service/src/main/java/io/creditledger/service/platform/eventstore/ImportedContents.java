package io.creditledger.service.platform.eventstore;

import io.creditledger.service.audit.archive.ArchivedAccount;
import io.creditledger.service.audit.archive.ArchivedFact;
import io.creditledger.service.audit.archive.ArchivedRefusal;
import io.creditledger.service.audit.archive.Contents;
import io.creditledger.service.audit.archive.Manifest;
import io.creditledger.service.audit.archive.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what is read from an archive beside the history, some lines at a time, and checks that it fits together. */
final class ImportedContents implements Contents {

    private static final int LINES_AT_ONCE = 500;

    /** Something with where it was read. */
    private record Read<T>(T content, Place place) {}

    private final Connection connection;
    private final ArchivedFactCheck check;
    private final List<Read<EventRow>> facts = new ArrayList<>();
    private final List<Read<ArchivedRefusal>> refusals = new ArrayList<>();
    private final List<Read<ArchivedAccount>> accounts = new ArrayList<>();
    private long factsBefore;
    private boolean allFacts;

    ImportedContents(Connection connection, ArchivedFactCheck check) {
        this.connection = connection;
        this.check = check;
    }

    /** PostgreSQL can't take more for the moment; nothing is wrong with the archive. */
    static final class FailedException extends RuntimeException {

        private final SQLException failure;

        private FailedException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    private interface Work {

        void run() throws SQLException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (SQLException failure) {
            throw new FailedException(failure);
        }
    }

    @Override
    public void fact(ArchivedFact fact, Place place) {
        facts.add(new Read<>(check.row(fact, place), place));
        if (facts.size() == LINES_AT_ONCE) {
            attempt(this::addFacts);
        }
    }

    private void addFacts() throws SQLException {
        Set<String> ids =
                facts.stream().map(fact -> fact.content().aggregateIdentifier()).collect(Collectors.toSet());
        Map<String, Long> revisions = ImportTables.lastRevisions(connection, ids);
        for (Read<EventRow> fact : facts) {
            EventRow row = fact.content();
            long expected = revisions.getOrDefault(row.aggregateIdentifier(), -1L) + 1;
            if (row.sequenceNumber() != expected) {
                throw fact.place()
                        .bad("is revision " + row.sequenceNumber() + " of its account, where " + expected
                                + " has to follow");
            }
            revisions.put(row.aggregateIdentifier(), expected);
        }
        List<EventRow> rows = facts.stream().map(Read::content).toList();
        Set<Integer> added = ImportTables.add(connection, factsBefore, rows);
        for (int index = 0; index < facts.size(); index++) {
            if (!added.contains(index)) {
                throw facts.get(index).place().bad("answers a request that an earlier fact answers");
            }
        }
        factsBefore += facts.size();
        facts.clear();
    }

    @Override
    public void refusal(ArchivedRefusal refusal, Place place) {
        endFacts();
        if (refusal.requestId().isBlank() || refusal.fingerprint().isBlank() || !isReadable(refusal)) {
            throw place.bad("has a refusal that this version can't read");
        }
        refusals.add(new Read<>(refusal, place));
        if (refusals.size() == LINES_AT_ONCE) {
            attempt(this::addRefusals);
        }
    }

    private static boolean isReadable(ArchivedRefusal refusal) {
        try {
            StoredAnswers.rejectionOf(refusal.rejection());
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private void endFacts() {
        if (!allFacts) {
            allFacts = true;
            attempt(() -> {
                addFacts();
                ImportTables.analyze(connection);
            });
        }
    }

    private void addRefusals() throws SQLException {
        Set<List<String>> added = ImportTables.addRefusals(
                connection, refusals.stream().map(Read::content).toList());
        for (Read<ArchivedRefusal> refusal : refusals) {
            if (!added.remove(
                    List.of(refusal.content().accountId(), refusal.content().requestId()))) {
                throw refusal.place().bad("refuses a request that has another answer");
            }
        }
        refusals.clear();
    }

    @Override
    public void account(ArchivedAccount account, Place place) {
        endFacts();
        accounts.add(new Read<>(account, place));
        if (accounts.size() == LINES_AT_ONCE) {
            attempt(this::compareAccounts);
        }
    }

    private void compareAccounts() throws SQLException {
        List<String> ids =
                accounts.stream().map(account -> account.content().accountId()).toList();
        Map<String, ArchivedAccount> stored = ImportTables.accounts(connection, ids).stream()
                .collect(Collectors.toMap(ArchivedAccount::accountId, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (Read<ArchivedAccount> account : accounts) {
            if (!account.content().equals(stored.get(account.content().accountId()))
                    || !seen.add(account.content().accountId())) {
                throw account.place().bad("is not what the facts of the account come to");
            }
        }
        accounts.clear();
    }

    @Override
    public void end(Manifest manifest, Place place) {
        endFacts();
        attempt(() -> {
            addRefusals();
            compareAccounts();
            if (ImportTables.accounts(connection) != manifest.accounts()) {
                throw place.bad("has accounts without a line, or twice");
            }
        });
    }
}
