package io.creditledger.service.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Holds the writer before its next commit, so that a test decides what gathers behind it. */
final class Gate extends DelegatingDataSource {

    private final Semaphore open = new Semaphore(0);

    Gate(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        open.acquireUninterruptibly();
        return super.getConnection();
    }

    boolean holdsTheWriter() {
        return open.hasQueuedThreads();
    }

    void open() {
        open.release(1_000_000);
    }
}
