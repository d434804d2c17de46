package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.AccountCommand;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.AccountQuery;
import io.creditledger.api.money.Credits;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The real application, all of it, in this process: on a free port, with a PostgreSQL and a folder of its own. */
final class Ledger implements AutoCloseable {

    /** Enough that no benchmark spends it all. */
    static final long PLENTY = 1_000_000_000L;

    /** The key of the one grant that each account has. */
    static final IdempotencyKey GRANT = new IdempotencyKey("grant");

    private static final String API_KEY = "bench-key-of-one-run";
    private static final int ANSWER_SECONDS = 60;
    private static final int OPENING_AT_ONCE = 64;

    private final Path folder;
    private final ConfigurableApplicationContext application;
    private final CommandBus commandBus;
    private final QueryBus queryBus;

    private Ledger(Path folder, ConfigurableApplicationContext application) {
        this.folder = folder;
        this.application = application;
        this.commandBus = application.getBean(CommandBus.class);
        this.queryBus = application.getBean(QueryBus.class);
    }

    static Ledger start(Path parent, List<String> properties) throws IOException, ClassNotFoundException {
        Files.createDirectories(parent);
        Path folder = Files.createTempDirectory(parent, "bench-").toAbsolutePath();
        // By name: at compile time this module knows the published language only.
        SpringApplication application = new SpringApplication(Class.forName("io.creditledger.LedgerApplication"));
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--ledger.data-dir=" + folder,
                "--ledger.api-key=" + API_KEY,
                "--logging.level.root=warn"));
        properties.forEach(property -> arguments.add("--" + property));
        return new Ledger(folder, application.run(arguments.toArray(String[]::new)));
    }

    /** What the account answered. */
    Recorded send(AccountCommand command) throws InterruptedException {
        FutureCallback<AccountCommand, Object> callback = new FutureCallback<>();
        commandBus.dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        CommandResultMessage<?> result = callback.getResult(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (result.isExceptional()) {
            throw new IllegalStateException("refused: " + command, result.exceptionResult());
        }
        return (Recorded) result.getPayload();
    }

    <Q extends AccountQuery, R> R ask(Q query, ResponseType<R> type) throws Exception {
        QueryResponseMessage<R> answer =
                queryBus.query(new GenericQueryMessage<>(query, type)).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (answer.isExceptional()) {
            throw new IllegalStateException("refused: " + query, answer.exceptionResult());
        }
        return answer.getPayload();
    }

    /** Opens accounts with more credits than any run can spend. */
    List<AccountId> openAccounts(int count) throws Exception {
        List<AccountId> accounts = IntStream.range(0, count)
                .mapToObj(number -> new AccountId("bench:%06d".formatted(number)))
                .toList();
        // Few enough that loading accounts, none of which is in memory yet, does not exhaust the connections.
        try (ExecutorService threads =
                Executors.newFixedThreadPool(OPENING_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Recorded>> opened = new ArrayList<>();
            for (AccountId account : accounts) {
                opened.add(threads.submit(() -> open(account)));
            }
            for (Future<Recorded> account : opened) {
                account.get();
            }
        }
        return accounts;
    }

    Recorded open(AccountId account) throws InterruptedException {
        send(new OpenAccount(account, null, null));
        return send(new GrantCredits(
                account, GRANT, Credits.of(PLENTY), LotSource.PROMOTIONAL, "for the benchmark", null, null, null));
    }

    /** A connection of its own to the ledger's PostgreSQL, as any other program would have it. */
    Connection connect() throws SQLException {
        JdbcConnectionDetails details = application.getBean(JdbcConnectionDetails.class);
        return DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    /** A process of its own, with all of the ledger's work, on the same PostgreSQL. */
    Node startNode(String name) throws IOException {
        return Node.start(folder, name, application.getBean(JdbcConnectionDetails.class), API_KEY);
    }

    /** As a person starts it, by the script, on the same PostgreSQL; all of it is in the folder of that name. */
    Node runBeside(String name, Map<String, String> environment) throws IOException {
        JdbcConnectionDetails database = application.getBean(JdbcConnectionDetails.class);
        Map<String, String> set = new HashMap<>(environment);
        set.put("LEDGER_DATABASE_URL", database.getJdbcUrl());
        set.put("LEDGER_DATABASE_USERNAME", database.getUsername());
        set.put("LEDGER_DATABASE_PASSWORD", database.getPassword());
        return run(name, set);
    }

    /** As a person starts it, by the script, with a PostgreSQL of its own; all of it is in the folder of that name. */
    Node run(String name, Map<String, String> environment) throws IOException {
        Path script = Path.of(System.getProperty("ledger.bench.script", "../ledger"));
        return Node.run(script.toAbsolutePath(), folder.resolve(name), environment, API_KEY);
    }

    HttpConnection connectHttp() throws IOException {
        return new HttpConnection(port(), API_KEY);
    }

    String apiKey() {
        return API_KEY;
    }

    /** The text in the field of the answer to a request that makes something. */
    String make(String path, String body, String field) throws IOException {
        try (HttpConnection connection = connectHttp()) {
            String answer = connection.post(path, "make", body).text();
            return JsonMapper.shared().readTree(answer).path(field).asString();
        }
    }

    /** From now on. */
    ProcessorTime processorTime() {
        return new ProcessorTime(folder);
    }

    MeterRegistry meters() {
        return application.getBean(MeterRegistry.class);
    }

    <T> T part(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /** A request with its key, to be sent by whoever needs more than {@link HttpConnection} can do. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + API_KEY);
    }

    /** Where it takes Stripe's webhooks. */
    URI webhook() {
        return URI.create("http://127.0.0.1:" + port() + "/v1/stripe/webhook");
    }

    private int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() throws IOException {
        application.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
