package io.creditledger.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.conformance.Mutation.Verdict;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.StripeForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of the OpenAPI document, asked with what it says is valid and with what is not: it answers as it says there,
 * and never fails. {@code -Dconformance.seed=100 -Dconformance.seeds=50} tries others than the build does.
 */
class OpenApiConformanceIT {

    private static final Path FILE = Path.of("..", "docs", "openapi.json");
    private static final long FIRST_SEED = Long.getLong("conformance.seed", 1);
    private static final int SEEDS = Integer.getInteger("conformance.seeds", 2);
    private static final int ATTEMPTS = 30;

    /** Takes in a history where there is none, and there is one here: ArchiveIT sees it succeed. */
    private static final Set<String> NOT_IN_THIS_WORLD = Set.of("importHistory");

    /** Gets come before what changes things, and removals after all else. */
    private static final List<String> ORDER = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

    @RegisterExtension
    @Order(0)
    static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties("ledger.stripe.poll-events=1h"));

    private final ApiDocument document;
    private final List<ApiOperation> operations;
    private final Judge judge;
    private final LedgerClient ledger = LEDGER.client();
    private final Set<String> succeeded = new TreeSet<>();
    /** Each with the first request that led to it. */
    private final Map<String, String> complaints = new LinkedHashMap<>();

    OpenApiConformanceIT() throws IOException {
        document = new ApiDocument(Files.readString(FILE));
        operations = document.operations().stream()
                .sorted(Comparator.comparing(operation -> ORDER.indexOf(operation.method())))
                .toList();
        judge = new Judge(document);
        STRIPE.tell(ledger);
    }

    @Test
    void everyOperationAnswersAsItIsDocumented() throws SQLException {
        try (HikariDataSource database = POSTGRES.dataSource(1);
                Connection reader = database.getConnection()) {
            // A rebuild waits for whoever reads, so that there is one that can be stopped.
            reader.setAutoCommit(false);
            reader.createStatement().execute("lock table projections.balance_account in access share mode");
            for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                tryAll(seed);
            }
        }

        assertThat(String.join("\n", complaints.values()))
                .as("%s kinds of complaint, each with the seed of its first example", complaints.size())
                .isEmpty();
        assertThat(operations.stream()
                        .map(ApiOperation::id)
                        .filter(id -> !succeeded.contains(id) && !NOT_IN_THIS_WORLD.contains(id)))
                .as("operations that never succeeded: add what their parameters and bodies need to SmallWorld")
                .isEmpty();
    }

    private void tryAll(long seed) {
        Random random = new Random(seed);
        KnownValues known = SmallWorld.around("conformance-" + seed, ledger, STRIPE);
        GeneratedRequests requests =
                new GeneratedRequests(document, known, random, operation -> secretFor(operation, seed));
        for (ApiOperation operation : operations) {
            boolean success = false;
            for (int attempt = 0; attempt < ATTEMPTS && !success; attempt++) {
                success = tryValid(seed, operation, requests.valid(operation), known);
            }
        }
        for (ApiOperation operation : operations) {
            for (Mutation mutation : Mutations.of(document, operation, requests.valid(operation), random)) {
                send(seed, operation, mutation);
            }
        }
    }

    /** A key that may do all, but for what is there for sessions of the dashboard alone, one of which is to end one. */
    private String secretFor(ApiOperation operation, long seed) {
        return operation.path().equals("/v1/dashboard-session")
                ? SmallWorld.sessionOf("conformance-" + seed, ledger).text("/token")
                : LedgerClient.KEY;
    }

    private boolean tryValid(long seed, ApiOperation operation, RawRequest request, KnownValues known) {
        RawAnswer answer = send(seed, operation, new Mutation("valid", request, Verdict.DOCUMENTED));
        if (!answer.isSuccess()) {
            return false;
        }
        succeeded.add(operation.id());
        if (answer.mediaType().equals("application/json")) {
            var body = JsonMapper.shared().readTree(answer.body());
            known.learnCursor(body);
            if (!operation.method().equals("GET")) {
                known.learn(body);
            }
        }
        return true;
    }

    private RawAnswer send(long seed, ApiOperation operation, Mutation mutation) {
        RawRequest request = mutation.request();
        try {
            RawAnswer answer = RawAnswer.to(request, ledger.port());
            judge.complaints(operation, request, mutation.verdict(), answer)
                    .forEach(complaint -> complain(
                            seed,
                            operation,
                            mutation,
                            complaint,
                            answer.status() + " " + RawRequest.abridged(answer.body())));
            return answer;
        } catch (IOException none) {
            complain(seed, operation, mutation, "does not answer", none.toString());
            return new RawAnswer(0, Map.of(), "");
        }
    }

    private void complain(long seed, ApiOperation operation, Mutation mutation, String complaint, String answer) {
        String kind = operation + " " + complaint.replaceAll("\\d+", "n");
        complaints.putIfAbsent(
                kind,
                "%s %s, %s: %s%n    %s%n    %s"
                        .formatted(seed, operation, mutation.name(), complaint, mutation.request(), answer));
    }
}
