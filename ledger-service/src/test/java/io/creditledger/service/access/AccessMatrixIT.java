package io.creditledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.access.AccessMatrix.Row;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.StripeForTests;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** I10: every operation asked for by everybody, about an account of theirs, another's, and none: {@link AccessMatrix} says what comes of it. */
@Timeout(120)
class AccessMatrixIT {

    private static final StripeForTests STRIPE = new StripeForTests();

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, STRIPE.properties("ledger.stripe.poll-events=1h"));

    private static final String MINE = "mine-1";
    private static final String THEIRS = "theirs-1";
    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/accounts/{accountId}/grants",
                    "{\"amount\": 1, \"source\": \"promotional\", \"description\": \"hello\"}",
            "POST /v1/accounts/{accountId}/lots/{lotId}/revocation", "{\"reason\": \"wrong\"}",
            "POST /v1/accounts/{accountId}/consumptions", "{\"amount\": 1, \"description\": \"Website generation\"}",
            "POST /v1/accounts/{accountId}/consumptions/{consumptionId}/reversal", "{\"reason\": \"wrong\"}",
            "POST /v1/consumptions/batch",
                    "{\"items\": [{\"accountId\": \"mine-1\", \"idempotencyKey\": \"b\", \"amount\": 1, \"description\": \"d\"}]}",
            "POST /v1/accounts/{accountId}/purchases", "{\"packageId\": \"credits-10000\"}",
            "POST /v1/accounts/{accountId}/purchases/{purchaseId}/refund", "{\"reason\": \"wrong\"}",
            "PUT /v1/accounts/{accountId}/auto-top-up",
                    "{\"threshold\": 10, \"packageId\": \"credits-10000\", \"monthlyLimit\": {\"amount\": 5000, \"currency\": \"usd\"}}",
            "POST /v1/api-keys", "{\"name\": \"another\", \"role\": \"service\"}",
            "POST /actuator/projections", "{\"group\": \"balance\", \"action\": \"RETRY\"}");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static LedgerClient ledger;
    private static String service;
    private static String auditor;

    @BeforeAll
    static void open() {
        ledger = LEDGER.client();
        STRIPE.tell(ledger);
        for (String account : List.of(MINE, THEIRS)) {
            ledger.put("/v1/accounts/" + account, "{}").is(201);
            ledger.post(
                            "/v1/accounts/" + account + "/grants",
                            "first",
                            "{\"amount\": 1000, \"source\": \"plan\", \"description\": \"first\"}")
                    .is(201);
        }
        service = key("{\"name\": \"service\", \"role\": \"service\", \"accountPrefixes\": [\"mine-\"]}");
        auditor = key("{\"name\": \"auditor\", \"role\": \"auditor\"}");
    }

    private static String key(String body) {
        return ledger.post("/v1/api-keys", null, body).is(201).text("/key");
    }

    /** A session of its own for every request, since one of them ends it. */
    private static String secretOf(String caller) {
        return switch (caller) {
            case "service" -> service;
            case "auditor" -> auditor;
            case "operator" -> LedgerClient.KEY;
            default ->
                ledger.post("/v1/accounts/" + MINE + "/dashboard-sessions", null, "{}")
                        .is(201)
                        .text("/token");
        };
    }

    @Test
    void hasARowForEveryOperationAndNoOther() {
        Set<String> rows = AccessMatrix.rows().map(Row::operation).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).containsExactlyElementsOf(operations());
    }

    private static Set<String> operations() {
        return LEDGER.parts(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> !isForErrors(entry.getValue()))
                .flatMap(entry -> operations(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isForErrors(HandlerMethod handler) {
        return ErrorController.class.isAssignableFrom(handler.getBeanType());
    }

    private static Stream<String> operations(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                .map(method -> method + " " + path));
    }

    static Stream<Row> rows() {
        return AccessMatrix.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersEverybodyAsTheTableSays(Row row) throws IOException, InterruptedException {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (String caller : AccessMatrix.CALLERS) {
            answers.put(caller, answers(row, caller));
        }

        assertThat(answers).as(row.operation()).isEqualTo(row.answers());
    }

    private static List<String> answers(Row row, String caller) throws IOException, InterruptedException {
        // Whoever is not known is told nothing about accounts, so one says it for all.
        if (!row.isOfAnAccount() || caller.equals("nobody")) {
            return List.of(answer(row, caller, MINE));
        }
        return List.of(
                answer(row, caller, MINE),
                answer(row, caller, THEIRS),
                answer(row, caller, "mine-missing-" + NUMBER.incrementAndGet()));
    }

    private static String answer(Row row, String caller, String account) throws IOException, InterruptedException {
        String path = row.path()
                .replace("{accountId}", account)
                .replace("{requiredMetricName}", "jvm.memory.used")
                .replace("/**", "/readiness")
                .replaceAll("\\{\\w+}", "unknown");
        HttpRequest.Builder request =
                caller.equals("nobody") ? ledger.anonymous(path) : ledger.as(secretOf(caller), path);
        request.header("Idempotency-Key", "matrix-" + NUMBER.incrementAndGet());
        request.header("Content-Type", "application/json");
        request.method(
                row.method(),
                row.method().equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(BODIES.getOrDefault(row.operation(), "{}")));
        HttpResponse<InputStream> response = ledger.http().send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return response.statusCode() < 400
                    ? Integer.toString(response.statusCode())
                    : refusal(response.statusCode(), body);
        }
    }

    private static String refusal(int status, InputStream body) {
        String type = JsonMapper.shared().readTree(body).at("/type").asString();
        String slug = type.substring(type.lastIndexOf('/') + 1);
        return switch (slug) {
            case "unauthenticated", "forbidden", "account-not-found" -> Integer.toString(status);
            default -> slug;
        };
    }

    @Test
    void saysTheSameOfAnothersAccountAsOfNone() throws IOException, InterruptedException {
        String foreign = bodyOf(ledger.as(service, "/v1/accounts/" + THEIRS + "/balance"));
        String missing = bodyOf(ledger.as(service, "/v1/accounts/mine-none/balance"));

        assertThat(foreign.replace(THEIRS, "?")).isEqualTo(missing.replace("mine-none", "?"));
    }

    private static String bodyOf(HttpRequest.Builder request) {
        return ledger.send(request).isProblem(404, "account-not-found").body();
    }
}
