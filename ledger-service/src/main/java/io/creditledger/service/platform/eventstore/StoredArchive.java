package io.creditledger.service.platform.eventstore;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.audit.archive.ArchiveReader;
import io.creditledger.service.audit.archive.ArchiveWriter;
import io.creditledger.service.audit.archive.BadArchiveException;
import io.creditledger.service.audit.archive.HistoryArchive;
import io.creditledger.service.audit.archive.Manifest;
import io.creditledger.service.platform.eventstore.ArchiveTables.Positions;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The history of the event store, out and in. Going out, one transaction sees one moment, and locks nothing that a command waits
 * for. Coming in, everything is put beside the history and checked there, however long it takes to arrive; only what was found
 * right is moved into the history, at once.
 */
final class StoredArchive implements HistoryArchive {

    private static final int EXPORTS_AT_ONCE = 2;

    private final DataSource dataSource;
    private final ArchivedFactCheck check;
    private final UpToDate upToDate;
    private final boolean takesImports;
    private final Semaphore exports = new Semaphore(EXPORTS_AT_ONCE);
    private final Semaphore imports = new Semaphore(1);

    StoredArchive(DataSource dataSource, ArchivedFactCheck check, UpToDate upToDate, boolean takesImports) {
        this.upToDate = upToDate;
        this.takesImports = takesImports;
        this.dataSource = dataSource;
        this.check = check;
    }

    @Override
    public boolean write(@Nullable AccountId account, Begin begin) throws IOException {
        if (!exports.tryAcquire()) {
            return false;
        }
        try (Connection connection = dataSource.getConnection()) {
            upToDate.awaitAll();
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                write(connection, account == null ? null : account.value(), begin);
            } finally {
                connection.rollback();
            }
            return true;
        } catch (SQLException failure) {
            throw unavailable(failure);
        } finally {
            exports.release();
        }
    }

    private static void write(Connection connection, @Nullable String account, Begin begin)
            throws SQLException, IOException {
        Instant moment = ArchiveTables.moment(connection);
        ArchiveWriter writer = begin.begin();
        Positions positions = ArchiveTables.facts(connection, account, writer::fact);
        ArchiveTables.refusals(connection, account, writer::refusal);
        ArchiveTables.accounts(connection, account, writer::account);
        writer.end(account, moment, positions.first(), positions.last());
    }

    @Override
    public Outcome read(InputStream archive) throws IOException {
        if (!takesImports) {
            return new Outcome.StoredElsewhere();
        }
        if (!imports.tryAcquire()) {
            return new Outcome.Busy();
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read(connection, archive);
            } catch (BadArchiveException bad) {
                return new Outcome.Bad(bad.place(), bad.reason());
            } catch (ImportedContents.FailedException failed) {
                throw failed.failure();
            } finally {
                // Whatever was committed stays.
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        } finally {
            imports.release();
        }
    }

    private Outcome read(Connection connection, InputStream archive) throws SQLException, IOException {
        if (!ImportTables.isEmpty(connection)) {
            return new Outcome.NotEmpty();
        }
        ImportTables.create(connection);
        Manifest manifest = ArchiveReader.read(archive, new ImportedContents(connection, check));
        EventStoreTables.lock(connection);
        // Somebody may have opened an account meanwhile.
        if (!ImportTables.isEmpty(connection)) {
            return new Outcome.NotEmpty();
        }
        ImportTables.moveIn(connection, manifest.facts());
        connection.commit();
        return new Outcome.Imported(manifest);
    }

    private static EventStoreUnavailableException unavailable(SQLException failure) {
        return new EventStoreUnavailableException("The event store can't be read or written for the moment", failure);
    }
}
