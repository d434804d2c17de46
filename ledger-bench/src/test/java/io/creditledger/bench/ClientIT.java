package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.AccountRejection.ReversalExceedsConsumption;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.Granularity;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.api.account.queries.WebsiteLine;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseStatus;
import io.creditledger.api.purchase.queries.PurchaseView;
import io.creditledger.bench.HostileProxy.Mischief;
import io.creditledger.client.Booked;
import io.creditledger.client.ConsumptionAnswer;
import io.creditledger.client.ConsumptionRequest;
import io.creditledger.client.Following;
import io.creditledger.client.GrantAnswer;
import io.creditledger.client.GrantRequest;
import io.creditledger.client.Happening;
import io.creditledger.client.Happening.BalanceChanged;
import io.creditledger.client.Happening.PurchaseChanged;
import io.creditledger.client.Happening.TransactionBooked;
import io.creditledger.client.HistoryReplaced;
import io.creditledger.client.Ledger;
import io.creditledger.client.Refused;
import io.creditledger.client.ReversalAnswer;
import io.creditledger.client.ReversalRequest;
import io.creditledger.client.TransactionFilter;
import io.creditledger.client.Unanswered;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The client and a ledger that runs, and what may stand between them. */
class ClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Website SITE = new Website("site-1", "Acme", "https://acme.example");
    private static final ConsumptionRequest GENERATION =
            ConsumptionRequest.of(420, "Website generation").forWebsite(SITE);
    private static final Path README = Pages.REPOSITORY.resolve("ledger-client/README.md");

    private static @Nullable InterceptedStripe stripe;
    private static @Nullable LedgerProcess process;
    private static @Nullable Ledger direct;

    @BeforeAll
    static void start() throws IOException {
        stripe = new InterceptedStripe();
        process = stripe.usedBy(LedgerProcess.in("client"));
        process.start();
        direct = at(URI.create("http://127.0.0.1:" + process.port())).build();
    }

    @AfterAll
    static void stop() throws IOException {
        if (direct != null) {
            direct.close();
        }
        if (process != null) {
            process.close();
        }
        if (stripe != null) {
            stripe.close();
        }
    }

    @Test
    void speaksAboutCreditsAsTheContractDoes() {
        AccountId account = new AccountId("client:credits");
        assertThat(ledger().open(account, "Acme Inc.", new Metadata(Map.of("plan", "pro"))))
                .satisfies(opened -> {
                    assertThat(opened.displayName()).isEqualTo("Acme Inc.");
                    assertThat(opened.metadata().entries()).containsExactly(Map.entry("plan", "pro"));
                    assertThat(opened.revision()).isZero();
                });
        assertThat(ledger().open(account).displayName()).isEqualTo("Acme Inc.");

        Instant expiry = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        Booked<GrantAnswer> granted = ledger().grant(
                        account,
                        GrantRequest.of(1_000, LotSource.PLAN, "October")
                                .withPriority(10)
                                .expiringAt(expiry));
        assertThat(granted.answer().source()).isEqualTo(LotSource.PLAN);
        assertThat(granted.answer().priority()).isEqualTo(10);
        assertThat(granted.answer().expiresAt()).isEqualTo(expiry);
        assertThat(granted.replayed()).isFalse();
        assertThat(granted.attempts()).isEqualTo(1);

        ConsumptionAnswer consumed = ledger().consume(
                        account, GENERATION.noting(new Metadata(Map.of("model", "large"))))
                .answer();
        assertThat(consumed.website()).isEqualTo(SITE);
        assertThat(consumed.metadata().entries()).containsExactly(Map.entry("model", "large"));
        assertThat(consumed.draws()).containsExactly(new Draw(granted.answer().lotId(), Credits.of(420)));

        ReversalAnswer reversed = ledger().reverse(
                        account, consumed.consumptionId(), ReversalRequest.of(20, "A part failed"))
                .answer();
        assertThat(reversed.returns()).containsExactly(new Draw(granted.answer().lotId(), Credits.of(20)));
        assertThat(reversed.balance().available()).isEqualTo(600);
        assertThat(ledger().balance(account, reversed.revision())).isEqualTo(reversed.balance());
    }

    @Test
    void readsWhatWasWrittenPageByPage() throws IOException {
        AccountId account = opened("client:reads");
        long revision = consumeOneByOne(account, 205);
        TransactionFilter filter = TransactionFilter.ALL.atLeast(revision);
        assertThat(ledger().transactions(account, filter))
                .extracting(TransactionLine::revision)
                .containsExactlyElementsOf(LongStream.iterate(revision, r -> r > 0, r -> r - 1)
                        .boxed()
                        .toList());
        assertThat(ledger().transactions(account, filter.ofWebsite("site-1").ofType(TransactionType.CONSUMPTION)))
                .hasSize(41)
                .allMatch(line -> new Website("site-1", null, null).equals(line.website()));
        assertThat(ledger().transactions(account, filter.withText("generation 20")))
                .extracting(TransactionLine::description)
                .containsExactly(
                        "Generation 204",
                        "Generation 203",
                        "Generation 202",
                        "Generation 201",
                        "Generation 200",
                        "Generation 20");

        assertThat(ledger().websites(account, revision))
                .extracting(WebsiteLine::websiteId, WebsiteLine::used)
                .containsExactly(tuple("site-1", 41L));
        Instant now = Instant.now();
        assertThat(ledger()
                        .usage(
                                account,
                                now.minus(1, ChronoUnit.HOURS),
                                now.plus(1, ChronoUnit.HOURS),
                                Granularity.HOUR,
                                revision)
                        .buckets()
                        .stream()
                        .flatMap(bucket -> Objects.requireNonNull(bucket.websites()).stream())
                        .mapToLong(use -> use.used())
                        .sum())
                .isEqualTo(205);
    }

    @Test
    void readsPurchases() throws IOException {
        AccountId account = opened("client:purchases");
        String first = purchase(account, "order-1").path("purchaseId").asString();
        JsonNode last = purchase(account, "order-2");
        String second = last.path("purchaseId").asString();
        long revision = last.path("revision").asLong();
        assertThat(ledger().purchases(account, revision))
                .extracting(PurchaseView::purchaseId)
                .containsExactly(second, first);
        assertThat(ledger().purchase(account, new PurchaseId(first), revision).status())
                .isEqualTo(PurchaseStatus.REQUIRES_PAYMENT_METHOD);
    }

    @Test
    void aConsumptionWhoseAnswerWasLostIsBookedOnceAndAnsweredTheSame() throws Exception {
        AccountId account = opened("client:lost");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).build()) {
            proxy.next(new Mischief.LoseAnswer(), new Mischief.Cut(60), new Mischief.LoseAnswer());
            Booked<ConsumptionAnswer> booked = far.consume(account, GENERATION);
            assertThat(booked.attempts()).isEqualTo(4);
            assertThat(booked.replayed()).isTrue();
            assertThat(proxy.requests())
                    .hasSize(4)
                    .allMatch(request -> booked.key().value().equals(request.header("Idempotency-Key")));

            Booked<ConsumptionAnswer> again = ledger().consume(account, booked.key(), GENERATION);
            assertThat(again.answer()).isEqualTo(booked.answer());
            assertThat(consumptions(account, again.answer().revision())).hasSize(1);
        }
    }

    @Test
    void aCallThatIsNeverAnsweredTellsTheKeyByWhichItCanBeRepeated() throws Exception {
        AccountId account = opened("client:never");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).attempts(2).build()) {
            proxy.next(new Mischief.LoseAnswer(), new Mischief.LoseAnswer());
            Unanswered unanswered = catchThrowableOfType(Unanswered.class, () -> far.consume(account, GENERATION));
            assertThat(unanswered.attempts()).isEqualTo(2);
            IdempotencyKey key = unanswered.idempotencyKey().orElseThrow();

            Booked<ConsumptionAnswer> repeated = ledger().consume(account, key, GENERATION);
            assertThat(repeated.replayed()).isTrue();
            assertThat(consumptions(account, repeated.answer().revision())).hasSize(1);
        }
    }

    @Test
    void notNowIsAskedAgainAndNoIsNot() throws Exception {
        AccountId account = opened("client:not-now");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).build()) {
            proxy.next(
                    new Mischief.Answer(429, "Retry-After: 0\r\n"),
                    new Mischief.Answer(503, ""),
                    new Mischief.Answer(502, ""));
            assertThat(far.consume(account, GENERATION).attempts()).isEqualTo(4);

            Refused refused = catchThrowableOfType(
                    Refused.class, () -> far.consume(account, ConsumptionRequest.of(1_000_000, "Too much")));
            assertThat(refused.rejection()).contains(new InsufficientCredits(1_000_000, 9_580));
            assertThat(refused.attempts()).isEqualTo(1);
            assertThat(proxy.requests()).hasSize(5);
        }
    }

    @Test
    void isNotWaitedForWhatComesTooLate() throws Exception {
        AccountId account = opened("client:later");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).build()) {
            proxy.next(new Mischief.Answer(503, "Retry-After: 100000\r\n"));
            assertThatThrownBy(() -> far.balance(account))
                    .isInstanceOfSatisfying(Unanswered.class, unanswered -> assertThat(unanswered.attempts())
                            .isEqualTo(1));
        }
    }

    @Test
    void refusalsAreTheLedgersOwnRecords() {
        AccountId account = opened("client:refusals");
        AccountId nobody = new AccountId("client:nobody");
        assertThatThrownBy(() -> ledger().balance(nobody))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rejection())
                        .contains(new AccountNotFound(nobody.value())));
        ConsumptionId consumption =
                ledger().consume(account, GENERATION).answer().consumptionId();
        assertThatThrownBy(() -> ledger().reverse(account, consumption, ReversalRequest.of(421, "Too much")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rejection())
                        .contains(new ReversalExceedsConsumption(consumption.value(), 421, 420)));
        assertThatThrownBy(() -> ledger().consume(account, ConsumptionRequest.of(0, "Nothing")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.problem().kind()).isEqualTo("invalid-request");
                    assertThat(refused.problem().facts()).containsKey("errors");
                });
        try (Ledger stranger = Ledger.at(address(), "wrong").build()) {
            assertThatThrownBy(() -> stranger.balance(account))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(401));
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        AccountId account = opened("client:flood");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).attempts(1).build()) {
            proxy.next(new Mischief.Flood());
            assertThatThrownBy(() -> far.balance(account))
                    .isInstanceOf(Unanswered.class)
                    .cause()
                    .as("the size ends it, not the time")
                    .isNotInstanceOf(HttpTimeoutException.class);
            assertThat(proxy.hungUp().await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void anAnswerThatStallsIsGivenUp() throws Exception {
        AccountId account = opened("client:stall");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address())
                        .attemptTimeout(Duration.ofSeconds(2))
                        .build()) {
            proxy.next(new Mischief.Stall("application/json"));
            assertThat(far.balance(account).available()).isEqualTo(10_000);
            assertThat(proxy.requests()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void whoIsInterruptedStopsAndStaysInterrupted() throws Exception {
        AccountId account = opened("client:interrupted");
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).build()) {
            proxy.next(new Mischief.Stall("application/json"));
            CompletableFuture<Boolean> stayed = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    far.consume(account, GENERATION);
                } catch (Unanswered unanswered) {
                    stayed.complete(unanswered.getCause() instanceof InterruptedException
                            && Thread.currentThread().isInterrupted());
                }
            });
            Awaitility.await().atMost(PATIENCE).until(() -> !proxy.requests().isEmpty());
            caller.interrupt();
            assertThat(stayed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aLedgerThatIsNotThereIsUnanswered() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (Ledger far =
                at(URI.create("http://127.0.0.1:" + nobody)).attempts(2).build()) {
            assertThatThrownBy(() -> far.balance(new AccountId("client:nobody")))
                    .isInstanceOf(Unanswered.class)
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aStreamThatIsCutAnywhereMissesNothingAndRepeatsNothing(int seed) throws Exception {
        AccountId account = opened("client:cut-" + seed);
        Random random = new Random(seed);
        List<Happening> told = new CopyOnWriteArrayList<>();
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).build()) {
            for (int i = 0; i < 40; i++) {
                proxy.next(new Mischief.Cut(300 + random.nextInt(2_500)));
            }
            try (Following following = far.follow(account, 0L, told::add)) {
                for (int i = 0; i < 40; i++) {
                    ledger().consume(account, ConsumptionRequest.of(1, "Generation " + i));
                    if (i % 10 == 5) {
                        purchase(account, "order-" + i);
                    }
                }
                ConsumptionAnswer last = ledger().consume(account, GENERATION).answer();
                Awaitility.await().atMost(PATIENCE).until(() -> told.stream()
                        .anyMatch(happening ->
                                happening instanceof BalanceChanged && happening.revision() >= last.revision()));
                assertThat(following.isEnded()).isFalse();
            }
            assertThat(proxy.requests()).as("connections").hasSizeGreaterThan(5);
        }
        assertToldOnce(account, told);
    }

    private static void assertToldOnce(AccountId account, List<Happening> told) {
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told).extracting(Happening::revision).isSorted();
        List<TransactionLine> transactions = told.stream()
                .filter(TransactionBooked.class::isInstance)
                .map(happening -> ((TransactionBooked) happening).transaction())
                .toList();
        assertThat(transactions.reversed())
                .containsExactlyElementsOf(
                        ledger().transactions(account, TransactionFilter.ALL).toList());
        Map<String, PurchaseView> purchases = told.stream()
                .filter(PurchaseChanged.class::isInstance)
                .map(happening -> ((PurchaseChanged) happening).purchase())
                .collect(Collectors.toMap(PurchaseView::purchaseId, purchase -> purchase, (earlier, later) -> later));
        assertThat(purchases.values())
                .containsExactlyInAnyOrderElementsOf(
                        ledger().purchases(account, null).toList());
        assertThat(told.getLast()).isEqualTo(new BalanceChanged(ledger().balance(account)));
    }

    @Test
    void aStreamThatFallsSilentIsOpenedAgain() throws Exception {
        AccountId account = opened("client:silent");
        List<Happening> told = new CopyOnWriteArrayList<>();
        try (HostileProxy proxy = proxy();
                Ledger far = at(proxy.address()).silence(Duration.ofMillis(500)).build()) {
            proxy.next(new Mischief.Stall("text/event-stream"));
            try (Following following = far.follow(account, told::add)) {
                Awaitility.await().atMost(PATIENCE).until(() -> !told.isEmpty());
                assertThat(told.getFirst()).isEqualTo(new BalanceChanged(ledger().balance(account)));
                assertThat(following.revision()).hasValue(told.getFirst().revision());
            }
            assertThat(proxy.requests()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void whatIsFollowedBeginsAgainWhereItEnded() {
        AccountId account = opened("client:resumed");
        long seen = ledger().consume(account, GENERATION).answer().revision();
        ConsumptionAnswer missed = ledger().consume(account, GENERATION).answer();
        assertThat(ledger().balance(account, missed.revision())).isEqualTo(missed.balance());
        List<Happening> told = new CopyOnWriteArrayList<>();
        try (Following _ = ledger().follow(account, seen, told::add)) {
            Awaitility.await().atMost(PATIENCE).until(() -> told.size() >= 2);
        }
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isInstanceOfSatisfying(TransactionBooked.class, booked -> assertThat(
                        booked.transaction().transactionId())
                .isEqualTo(missed.consumptionId().value()));
        assertThat(told.getLast()).isEqualTo(new BalanceChanged(missed.balance()));
    }

    @Test
    void aStreamEndsWithARefusal() {
        AccountId account = opened("client:ends");
        try (Following nobody = ledger().follow(new AccountId("client:nobody"), _ -> {})) {
            assertThatThrownBy(nobody::await)
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.rejection())
                            .contains(new AccountNotFound("client:nobody")));
        }
        try (Ledger stranger = Ledger.at(address(), "wrong").build();
                Following refused = stranger.follow(account, _ -> {})) {
            assertThatThrownBy(refused::await).isInstanceOfSatisfying(Refused.class, why -> assertThat(
                            why.problem().status())
                    .isEqualTo(401));
        }
        try (Following lost = ledger().follow(account, 1_000_000L, _ -> {})) {
            assertThatThrownBy(lost::await).isInstanceOf(HistoryReplaced.class);
        }
    }

    @Test
    void aStreamEndsWithItsListener() throws Exception {
        AccountId account = opened("client:listener");
        IllegalStateException full = new IllegalStateException("the disk is full");
        try (Following failing = ledger().follow(account, _ -> {
            throw full;
        })) {
            assertThatThrownBy(failing::await).isSameAs(full);
            assertThat(failing.revision()).isEmpty();
        }
        CompletableFuture<Following> self = new CompletableFuture<>();
        try (Following closed = ledger().follow(account, _ -> self.join().close())) {
            self.complete(closed);
            closed.await();
            assertThat(closed.isEnded()).isTrue();
        }
    }

    @Test
    void theExampleDoesWhatTheReadmeShows() throws Exception {
        String source = Files.readString(
                Pages.REPOSITORY.resolve("ledger-bench/src/test/java/io/creditledger/bench/ClientExample.java"));
        List<Pages.Block> blocks = Pages.blocks(README);
        assertThat(textOf(blocks, "java")).isEqualTo(source.replaceFirst("package .*;\n\n", ""));

        Process example = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClientExample.class.getName(),
                        address().toString(),
                        LedgerProcess.API_KEY)
                .redirectErrorStream(true)
                .start();
        String output = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(example.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEqualTo(textOf(blocks, "text"));
    }

    private static String textOf(List<Pages.Block> blocks, String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .map(Pages.Block::text)
                .collect(Collectors.joining());
    }

    private static Ledger ledger() {
        return Objects.requireNonNull(direct);
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(process).port());
    }

    private static HostileProxy proxy() throws IOException {
        return new HostileProxy(Objects.requireNonNull(process).port());
    }

    private static Ledger.Builder at(URI address) {
        return Ledger.at(address, LedgerProcess.API_KEY)
                .waits(Duration.ofMillis(5), Duration.ofMillis(20))
                .attemptTimeout(PATIENCE)
                .deadline(PATIENCE);
    }

    private static AccountId opened(String name) {
        AccountId account = new AccountId(name);
        ledger().open(account);
        GrantAnswer granted = ledger().grant(account, GrantRequest.of(10_000, LotSource.PROMOTIONAL, "To be spent"))
                .answer();
        // What is read next is to be as it is, not as it was a moment ago.
        assertThat(ledger().balance(account, granted.revision())).isEqualTo(granted.balance());
        return account;
    }

    private static List<TransactionLine> consumptions(AccountId account, long revision) {
        return ledger().transactions(
                        account,
                        TransactionFilter.ALL
                                .ofType(TransactionType.CONSUMPTION)
                                .atLeast(revision))
                .toList();
    }

    /** So many times one credit, every fifth for the website; gives the last one's revision. */
    private static long consumeOneByOne(AccountId account, int times) throws IOException {
        String items = IntStream.range(0, times)
                .mapToObj(i -> """
                        {"accountId": "%s", "idempotencyKey": "generation-%d", "amount": 1, "description": "Generation %2$d"%s}""".formatted(account, i, i % 5 == 0 ? ", \"website\": {\"id\": \"site-1\"}" : ""))
                .collect(Collectors.joining(","));
        LedgerClient.Answer answer = Objects.requireNonNull(process)
                .client()
                .send("POST", "/v1/consumptions/batch", null, "{\"items\": [" + items + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("results").path(times - 1).path("revision").asLong();
    }

    /** What a customer's browser does. */
    private static JsonNode purchase(AccountId account, String key) throws IOException {
        LedgerClient.Answer answer = Objects.requireNonNull(process)
                .client()
                .send("POST", "/v1/accounts/" + account + "/purchases", key, "{\"packageId\": \"credits-10000\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
