package io.creditledger.projections.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read models once more, made by their own code from facts that somebody replays: in temporary tables that nobody else sees
 * and that cost the log nothing, or in those that are to take the place of the ones that are there. For one thread.
 */
public final class Shadow implements AutoCloseable {

    private static final String SESSION = """
            set synchronous_commit = off;
            set temp_buffers = '64MB';
            set work_mem = '32MB';
            set jit = off;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set statement_timeout = '10min';
            set idle_in_transaction_session_timeout = '5min';
            """;

    private final ProjectionsDatabase database;
    private final GenericApplicationContext beans;
    private final List<ShadowModel> models;

    private Shadow(ProjectionsDatabase database, GenericApplicationContext beans, List<ShadowModel> models) {
        this.database = database;
        this.beans = beans;
        this.models = models;
    }

    /**
     * An empty shadow in temporary tables.
     *
     * @param originals whose code to use: each gets a second instance that knows the shadow's connection alone
     * @param faults hears of facts that a read model can't apply
     */
    static Shadow of(List<Projection> originals, JdbcConnectionDetails server, Consumer<ShadowModel.Fault> faults) {
        Shadow shadow = of(
                originals,
                ProjectionsDatabase.connection(server, "ledger-audit", ProjectionsDatabase.SCHEMA, SESSION),
                faults);
        try {
            shadow.models.stream()
                    .flatMap(model -> model.tables().stream())
                    .forEach(table -> table.createShadow(shadow.jdbc()));
            return shadow;
        } catch (RuntimeException failure) {
            shadow.close();
            throw failure;
        }
    }

    /** A shadow in {@link NextTables}, whether those are there yet or not: it sees no other tables. */
    static Shadow next(List<Projection> originals, JdbcConnectionDetails server, Consumer<ShadowModel.Fault> faults) {
        return of(
                originals,
                ProjectionsDatabase.connection(server, "ledger-rebuild", NextTables.SCHEMA, SESSION),
                faults);
    }

    private static Shadow of(
            List<Projection> originals, SingleConnectionDataSource connection, Consumer<ShadowModel.Fault> faults) {
        GenericApplicationContext beans = new GenericApplicationContext();
        beans.registerBean(ProjectionsDatabase.class, () -> ProjectionsDatabase.through(connection));
        try {
            scan(originals, beans);
            beans.refresh();
            ProjectionsDatabase database = beans.getBean(ProjectionsDatabase.class);
            List<ShadowModel> models = beans.getBeansOfType(Projection.class).values().stream()
                    .map(projection -> new ShadowModel(projection, database, faults))
                    .toList();
            return new Shadow(database, beans, models);
        } catch (RuntimeException failure) {
            beans.close();
            connection.destroy();
            throw failure;
        }
    }

    /** Everything that a read model is made of, but what answers questions. */
    private static void scan(List<Projection> originals, GenericApplicationContext beans) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.addExcludeFilter(
                (found, _) -> found.getAnnotationMetadata().hasAnnotatedMethods(QueryHandler.class.getName()));
        originals.forEach(original -> scanner.scan(original.getClass().getPackageName()));
    }

    public List<ShadowModel> models() {
        return models;
    }

    public JdbcTemplate jdbc() {
        return database.jdbc();
    }

    /**
     * Replays facts, for each read model those that it has not replayed yet.
     *
     * @param upTo the last revision of an account, for each read model by its name
     */
    public void replay(List<DomainEventMessage<?>> facts, Map<String, ? extends ToLongFunction<String>> upTo) {
        UnitOfWork<?> work = new DefaultUnitOfWork<>(null);
        work.attachTransaction(database.transactions());
        work.execute(() -> models.forEach(model -> {
            ToLongFunction<String> last = upTo.get(model.name());
            if (last != null) {
                model.replay(facts, last);
            }
        }));
    }

    /** Does work that sees all of the database as it is at one moment, except for what the shadow itself changes. */
    public void atOneMoment(Runnable work) {
        TransactionTemplate transaction = new TransactionTemplate(database.platformTransactions());
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(_ -> {
            // Before the moment begins: tables that came in their place after it would show none of their rows.
            jdbc().execute("lock table " + stored() + " in access share mode");
            work.run();
        });
    }

    private String stored() {
        return models.stream()
                .flatMap(model -> model.tables().stream())
                .map(ReadModelTable::stored)
                .collect(Collectors.joining(", "));
    }

    /** Does work in one transaction. */
    public void inTransaction(Runnable work) {
        new TransactionTemplate(database.platformTransactions()).executeWithoutResult(_ -> work.run());
    }

    /**
     * Recalls from the shadow's own tables how far accounts were replayed, and nothing of others. Between replays of many accounts,
     * so that what is remembered does not grow with them.
     */
    public void recall(Collection<String> accounts) {
        models.forEach(model -> model.recall(accounts));
    }

    /** Forgets how far accounts were replayed: others come now. */
    public void forget() {
        recall(List.of());
    }

    /** Forgets what was replayed. */
    public void clear() {
        models.forEach(ShadowModel::clear);
    }

    @Override
    public void close() {
        beans.close();
    }
}
