package io.creditledger.projections.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionException;

/**
 * Writes a batch as one set. When that fails for the sake of a fact, halves the batch until the fact stands alone, and sets
 * only its account aside. A failure of the database is nobody's fault: it is thrown, and the batch comes again.
 */
final class BatchWriter {

    private static final Map<String, String> FAULTS_OF_A_FACT = Map.of(
            "22", "data exception",
            "23", "integrity constraint violation",
            "54", "program limit exceeded");

    private final ProjectionsDatabase database;
    private final Projection projection;
    private final Fold fold;
    private final SetAside setAside;

    /** Hands a fact to the projection. */
    interface Fold {
        void on(EventMessage<?> fact) throws Exception;
    }

    /** Where accounts go of which a fact can't be applied. */
    interface SetAside {

        /** Sets an account aside with the fact that could not be applied. */
        void park(AccountFacts account, Exception failure);

        /** Adds later facts of an account that is set aside. */
        void park(AccountFacts account);
    }

    BatchWriter(ProjectionsDatabase database, Projection projection, Fold fold, SetAside setAside) {
        this.database = database;
        this.projection = projection;
        this.fold = fold;
        this.setAside = setAside;
    }

    /**
     * Writes a batch.
     *
     * @return whether all of it was applied; otherwise some was set aside
     */
    boolean write(List<AccountFacts> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        Exception failure = attempt(batch);
        if (failure == null) {
            return true;
        }
        List<AccountFacts> due = notYetApplied(batch);
        if (!due.equals(batch)) {
            return write(due);
        }
        if (batch.size() > 1) {
            int half = batch.size() / 2;
            boolean first = write(batch.subList(0, half));
            boolean second = write(batch.subList(half, batch.size()));
            return first && second;
        }
        isolate(batch.getFirst(), failure);
        return false;
    }

    private void isolate(AccountFacts account, Exception failure) {
        if (account.facts().size() == 1) {
            setAside.park(account, failure);
        } else if (write(List.of(account.firstHalf()))) {
            write(List.of(account.secondHalf()));
        } else {
            setAside.park(account.secondHalf());
        }
    }

    /**
     * Tries to write all of a batch, or nothing.
     *
     * @return why the facts can't be written; null if they are
     */
    @Nullable
    Exception attempt(List<AccountFacts> batch) {
        Connection connection = DataSourceUtils.getConnection(database.dataSource());
        try {
            Savepoint before = connection.setSavepoint();
            try {
                foldAndWrite(batch);
                // Not released, which would be one more trip to the database: it ends with the transaction.
                return null;
            } catch (Exception failure) {
                if (!isFaultOfAFact(failure)) {
                    throw failure;
                }
                connection.rollback(before);
                return failure;
            } finally {
                projection.discard();
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the batch could not be written", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, database.dataSource());
        }
    }

    private void foldAndWrite(List<AccountFacts> batch) throws Exception {
        for (AccountFacts account : batch) {
            if (!account.isUnbroken()) {
                throw new RevisionGap(account);
            }
            for (EventMessage<?> fact : account.facts()) {
                requireKnown(fact);
                fold.on(fact);
            }
        }
        int moved = projection.write(batch.stream().map(AccountFacts::step).toList());
        if (moved != batch.size()) {
            throw new RevisionGap(batch.getFirst());
        }
    }

    /** Passed over, it would never come again, and the version that knows it would show an account without it. */
    private static void requireKnown(EventMessage<?> fact) {
        if (fact.getPayload() instanceof UnknownSerializedType unknown) {
            throw new IllegalStateException("this version does not know facts of the kind "
                    + unknown.serializedType().getName());
        }
    }

    /** The batch without what was applied before: a fact that comes twice is harmless. */
    List<AccountFacts> notYetApplied(List<AccountFacts> batch) {
        Map<String, Long> revisions = projection
                .progress()
                .revisions(batch.stream().map(AccountFacts::accountId).toList());
        return batch.stream()
                .map(account -> account.after(revisions.getOrDefault(account.accountId(), -1L)))
                .filter(account -> !account.facts().isEmpty())
                .toList();
    }

    private static boolean isFaultOfAFact(Exception failure) {
        SQLException refused = refusal(failure);
        if (refused != null) {
            String state = refused.getSQLState();
            return state != null && state.length() == 5 && FAULTS_OF_A_FACT.containsKey(state.substring(0, 2));
        }
        return !(failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof InterruptedException);
    }

    private static @Nullable SQLException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return refused;
            }
        }
        return null;
    }
}
