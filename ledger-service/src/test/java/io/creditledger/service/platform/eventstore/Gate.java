package io.creditledger.service.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Holds the writer before its next commit, so that a test decides what gathers behind it. */
final class Gate extends DelegatingDataSource {

    private final Semaphore open = new Semaphore(0);
    private final AtomicInteger savepoints = new AtomicInteger();

    Gate(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        open.acquireUninterruptibly();
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Gate.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("setSavepoint")) {
                        savepoints.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** How often something was tried that might have to be taken back alone. */
    int savepoints() {
        return savepoints.get();
    }

    boolean holdsTheWriter() {
        return open.hasQueuedThreads();
    }

    void open() {
        open.release(1_000_000);
    }
}
