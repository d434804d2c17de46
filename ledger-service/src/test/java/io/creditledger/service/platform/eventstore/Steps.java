package io.creditledger.service.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets a test look before each step that a program takes with a connection: wherever it may be made to stand still. */
final class Steps extends DelegatingDataSource {

    private final Consumer<String> before;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    Steps(DataSource target, Consumer<String> before) {
        super(target);
        this.before = before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection());
    }

    private <T> T watched(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(Steps.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    before.accept(method.getName());
                    taken.add(method.getName());
                    try {
                        return watched(method.invoke(target, arguments));
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private Object watched(Object result) {
        return switch (result) {
            case PreparedStatement statement -> watched(PreparedStatement.class, statement);
            case Statement statement -> watched(Statement.class, statement);
            case null, default -> result;
        };
    }

    /** What was done, by the names of JDBC. */
    Set<String> taken() {
        return taken;
    }
}
