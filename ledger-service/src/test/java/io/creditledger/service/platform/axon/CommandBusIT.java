package io.creditledger.service.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.creditledger.LedgerApplication;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.AccountRejection.AlreadyReversed;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.commands.AccountCommand;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.money.Credits;
import io.creditledger.service.platform.eventstore.RecentFacts;
import io.creditledger.service.platform.metrics.LedgerMeters;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands over the bus, on the real store: together, repeated, and on two nodes at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandBusIT {

    private static final int MORE_THAN_IS_AT_HAND = 20;
    private static final int BEYOND_WHAT_AN_ACCOUNT_REMEMBERS = 40;

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private ConfigurableApplicationContext node = start();
    private ConfigurableApplicationContext otherNode = node;

    @BeforeAll
    void startAnotherNode() {
        otherNode = start();
    }

    @AfterAll
    void stop() {
        otherNode.close();
        node.close();
    }

    @Test
    void sixtyFourSpendersTakeWhatIsThereAndNoMore() {
        AccountId account = opened("spenders", 100);

        List<Object> answers = sendAtOnce(node, 64, i -> consume(account, "c" + i, 7));

        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(14);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(50).allMatch(answer -> ((Refused) answer)
                .rejection()
                .equals(new InsufficientCredits(7, 2)));
        assertThat(consumptionsOf(account)).isEqualTo(14);
    }

    @Test
    void oneKeyFiftyTimesAtOnceIsOneEffectAndFiftyEqualAnswers() {
        AccountId account = opened("repeats", 1_000);

        List<Object> answers = sendAtOnce(node, 50, _ -> consume(account, "same", 7));

        assertThat(answers).allMatch(Recorded.class::isInstance);
        assertThat(answers.stream()
                        .map(answer -> ((Recorded) answer).asReplayed())
                        .distinct())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !((Recorded) answer).replayed())
                .hasSize(1);
        assertThat(consumptionsOf(account)).isEqualTo(1);
    }

    @Test
    void aKeyIsNeverForgotten() {
        AccountId account = opened("old-keys", 1_000);
        Recorded first = (Recorded) send(node, consume(account, "first", 7));
        IntStream.range(0, BEYOND_WHAT_AN_ACCOUNT_REMEMBERS).forEach(i -> send(node, consume(account, "later" + i, 1)));

        assertThat(send(node, consume(account, "first", 7))).isEqualTo(first.asReplayed());
        assertThat(send(node, consume(account, "first", 8)))
                .isEqualTo(new Refused(IdempotencyKeyReused.of(new IdempotencyKey("first")), false));
    }

    @Test
    void anOldKeyFailsNoneOfThoseDecidedWithIt() {
        AccountId account = opened("neighbours", 1_000);
        send(node, consume(account, "old", 7));
        IntStream.range(0, BEYOND_WHAT_AN_ACCOUNT_REMEMBERS).forEach(i -> send(node, consume(account, "later" + i, 1)));

        List<Object> answers =
                sendAtOnce(node, 60, i -> i % 20 == 7 ? consume(account, "old", 7) : consume(account, "new" + i, 1));

        assertThat(answers).allMatch(Recorded.class::isInstance);
        assertThat(answers).filteredOn(answer -> ((Recorded) answer).replayed()).hasSize(3);
        assertThat(consumptionsOf(account)).isEqualTo(1 + BEYOND_WHAT_AN_ACCOUNT_REMEMBERS + 57);
    }

    @Test
    void aRefusalIsAnAnswerForEver() {
        AccountId account = opened("refused", 5);
        Refused refusal = new Refused(new InsufficientCredits(7, 5), false);
        assertThat(send(node, consume(account, "c", 7))).isEqualTo(refusal);

        send(node, grant(account, "more", 100));

        assertThat(send(node, consume(account, "c", 7))).isEqualTo(new Refused(refusal.rejection(), true));
        assertThat(send(node, consume(account, "c", 8)))
                .isEqualTo(new Refused(IdempotencyKeyReused.of(new IdempotencyKey("c")), false));
        assertThat(consumptionsOf(account)).isZero();
    }

    @Test
    void aGrantRepeatedAfterItsExpiryIsAnsweredAsAtFirst() {
        AccountId account = opened("expired-grant", 1_000);
        GrantCredits soonOver = new GrantCredits(
                account,
                new IdempotencyKey("soon-over"),
                Credits.of(5),
                LotSource.PLAN,
                "A moment",
                null,
                null,
                Instant.now().plusMillis(1_500));
        Recorded first = (Recorded) send(node, soonOver);
        IntStream.range(0, BEYOND_WHAT_AN_ACCOUNT_REMEMBERS).forEach(i -> send(node, consume(account, "later" + i, 1)));
        Awaitility.await().until(() -> Instant.now().isAfter(Objects.requireNonNull(soonOver.expiresAt())));

        assertThat(send(node, soonOver)).isEqualTo(first.asReplayed());
    }

    @Test
    void aConsumptionIsGivenBackOnceHoweverManyTry() {
        AccountId account = opened("reversals", 100);
        Recorded consumed = (Recorded) send(node, consume(account, "c", 60));
        ConsumptionId consumption = ((CreditsConsumed) consumed.fact()).consumptionId();

        List<Object> answers = sendAtOnce(
                node,
                20,
                i -> new ReverseConsumption(
                        account, new IdempotencyKey("r" + i), consumption, null, "Generation failed"));

        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(19).allMatch(answer -> ((Refused) answer)
                .rejection()
                .equals(new AlreadyReversed(consumption.value())));
    }

    @Test
    void twoNodesThatHammerOneAccountLoseNothing() {
        AccountId account = opened("two-nodes", 100);

        List<Object> answers = hammered(account, 30);

        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(14);
        assertThat(consumptionsOf(account)).isEqualTo(15);
    }

    @Test
    void twoNodesThatHammerOneAccountTurnNobodyAway() {
        AccountId account = opened("two-nodes-with-plenty", 100_000);

        List<Object> answers = hammered(account, 500);

        assertThat(answers).hasSize(1_000).allMatch(Recorded.class::isInstance);
        assertThat(consumptionsOf(account)).isEqualTo(1_001);
        for (ConfigurableApplicationContext each : List.of(node, otherNode)) {
            Recorded last = (Recorded) send(each, consume(account, "last " + UUID.randomUUID(), 1));
            assertThat(last.fact().balance().used().amount() - 7_002)
                    .as("the last ones")
                    .isBetween(1L, 2L);
        }
    }

    @Test
    void whoeverLosesAHundredTimesInARowIsNotTurnedAway() {
        AccountId account = opened("slower", 1_000);
        send(otherNode, consume(account, "warm the other cache", 1));
        AtomicInteger faster = new AtomicInteger();

        Object answer;
        try (Registration _ = otherNode.getBean(EventStore.class).registerDispatchInterceptor(_ -> {
            // Between its decision and its append.
            if (faster.get() < 100) {
                send(node, consume(account, "faster" + faster.incrementAndGet(), 1));
            }
            return (_, event) -> event;
        })) {
            answer = send(otherNode, consume(account, "slower", 1));
        }

        assertThat(answer).isInstanceOf(Recorded.class);
        assertThat(((Recorded) answer).fact().balance().used()).isEqualTo(Credits.of(102));
        assertThat(faster.get()).isEqualTo(100);
    }

    @Test
    void whoeverLosesGoesOnWithTheAccountAsItWas() {
        AccountId account = decidedAboutInTurns("loser");
        double reads = reads(otherNode);
        double lost = count(otherNode, LedgerMeters.APPEND_CONFLICTS);

        List<Object> answers = outrun(account, List.of(consume(account, "slower", 1), consume(account, "next", 2)));

        assertThat(answers.stream()
                        .map(answer -> ((Recorded) answer).fact().balance().used()))
                .as("after 1 + 10 + 100, and 1,000 of the faster")
                .containsExactly(Credits.of(1_112), Credits.of(1_114));
        assertThat(count(otherNode, LedgerMeters.APPEND_CONFLICTS)).isEqualTo(lost + 1);
        assertThat(reads(otherNode)).as("accounts read anew").isEqualTo(reads);
        assertThat(send(node, consume(account, "slower", 1))).isEqualTo(((Recorded) answers.getFirst()).asReplayed());
        assertThat(send(otherNode, consume(account, "faster", 1_000)))
                .extracting(answer -> ((Recorded) answer).replayed())
                .isEqualTo(true);
    }

    @Test
    void whoeverLosesMoreThanCanBeUndoneReadsTheAccountAnew() {
        AccountId account = decidedAboutInTurns("loser-of-a-grant");
        double reads = reads(otherNode);

        List<Object> answers = outrun(account, List.of(grant(account, "slower", 5), consume(account, "next", 2)));

        assertThat(answers.stream().map(answer -> ((Recorded) answer).fact().balance()))
                .extracting(balance -> balance.total().amount(), balance -> balance.used()
                        .amount())
                .containsExactly(tuple(10_005L, 1_111L), tuple(10_005L, 1_113L));
        assertThat(reads(otherNode)).as("accounts read anew").isEqualTo(reads + 1);
    }

    /** By both nodes, and each has seen that of the other. */
    private AccountId decidedAboutInTurns(String name) {
        AccountId account = opened(name, 10_000);
        send(otherNode, consume(account, "warm the other cache", 1));
        long revision = ((Recorded) send(node, consume(account, "here", 10))).revision();
        Awaitility.await("the other node sees it")
                .until(() -> Objects.equals(otherNode.getBean(RecentFacts.class).revision(account), revision));
        send(otherNode, consume(account, "there", 100));
        return account;
    }

    /** What the other node answers, one after the other, if this node stores a consumption between its first decision and its append. */
    private List<Object> outrun(AccountId account, List<AccountCommand> commands) {
        AtomicInteger faster = new AtomicInteger();
        try (Registration _ = otherNode.getBean(EventStore.class).registerDispatchInterceptor(_ -> {
            if (faster.getAndIncrement() == 0) {
                send(node, consume(account, "faster", 1_000));
            }
            return (_, event) -> event;
        })) {
            return commands.stream().map(command -> send(otherNode, command)).toList();
        }
    }

    /** How often a node has looked for an account that it did not have in memory. */
    private static double reads(ConfigurableApplicationContext node) {
        return node.getBean(MeterRegistry.class)
                .get("cache.gets")
                .tags("cache", "accounts", "result", "miss")
                .functionCounter()
                .count();
    }

    /** So many consumptions of 7 on each node, all at once, after one of 2 that makes the account known to both. */
    private List<Object> hammered(AccountId account, int onEach) {
        send(otherNode, consume(account, "warm the other cache", 2));
        CompletableFuture<List<Object>> here =
                CompletableFuture.supplyAsync(() -> sendAtOnce(node, onEach, i -> consume(account, "here" + i, 7)));
        List<Object> answers = new ArrayList<>(sendAtOnce(otherNode, onEach, i -> consume(account, "there" + i, 7)));
        answers.addAll(here.join());
        return answers;
    }

    @Test
    void whatAnotherNodeIsSeenToStoreIsReadOnBeforeAnythingIsDecidedTwice() {
        AccountId account = opened("read-on", 1_000);
        send(otherNode, consume(account, "warm the other cache", 1));
        double lost = count(otherNode, LedgerMeters.APPEND_CONFLICTS);
        double readOn = count(otherNode, LedgerMeters.ACCOUNTS_READ_ON);
        long used = 1;

        for (int stored : List.of(1, 2, 1, MORE_THAN_IS_AT_HAND)) {
            sendAtOnce(node, stored, _ -> consume(account, "here " + UUID.randomUUID(), 7));
            long revision = node.getBean(EventStore.class)
                    .lastSequenceNumberFor(account.value())
                    .orElseThrow();
            Awaitility.await("the other node sees it")
                    .until(() ->
                            Objects.equals(otherNode.getBean(RecentFacts.class).revision(account), revision));
            Recorded next = (Recorded) send(otherNode, consume(account, "there " + UUID.randomUUID(), 1));

            used += 7L * stored + 1;
            assertThat(next.revision()).isEqualTo(revision + 1);
            assertThat(next.fact().balance().used()).isEqualTo(Credits.of(used));
        }
        assertThat(count(otherNode, LedgerMeters.APPEND_CONFLICTS)).isEqualTo(lost);
        assertThat(count(otherNode, LedgerMeters.ACCOUNTS_READ_ON)).isEqualTo(readOn + 4);
    }

    private static double count(ConfigurableApplicationContext node, LedgerMeters meter) {
        return node.getBean(MeterRegistry.class).get(meter.meterName()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void whatAnotherNodeStoredIsKnownBeforeAnythingIsRefused() {
        AccountId account = opened("stale", 5);
        assertThat(send(otherNode, consume(account, "too much", 7)))
                .isEqualTo(new Refused(new InsufficientCredits(7, 5), false));
        send(node, grant(account, "more", 100));

        assertThat(send(otherNode, consume(account, "enough", 7))).isInstanceOf(Recorded.class);
        assertThat(send(otherNode, consume(account, "too much", 7)))
                .as("an answer stands")
                .isEqualTo(new Refused(new InsufficientCredits(7, 5), true));
    }

    @Test
    void whatAnotherNodeStoredIsKnownToAllThatAreRefusedTogether() {
        AccountId account = opened("stale-together", 5);
        send(otherNode, consume(account, "warm the other cache", 5));
        send(node, grant(account, "more", 70));

        List<Object> answers = sendAtOnce(otherNode, 30, i -> consume(account, "c" + i, 7));

        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(10);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(20).allMatch(answer -> ((Refused) answer)
                .rejection()
                .equals(new InsufficientCredits(7, 0)));
    }

    @Test
    void whatAnotherNodeStoredIsKnownBeforeAnythingIsLeftAsItIs() {
        AccountId account = new AccountId("stale-name");
        send(node, new OpenAccount(account, "First", null));
        send(otherNode, new OpenAccount(account, "First", null));
        send(node, new OpenAccount(account, "Second", null));

        Recorded named = (Recorded) send(otherNode, new OpenAccount(account, "First", null));

        assertThat(named.revision()).isEqualTo(2);
        assertThat(named.replayed()).isFalse();
    }

    @Test
    void anAccountThatNobodyOpenedIsNotFound() {
        AccountId nobody = new AccountId("nobody");

        assertThat(send(node, consume(nobody, "c", 1))).isEqualTo(new Refused(new AccountNotFound("nobody"), false));
    }

    @Test
    void aColdAccountIsReadFromItsSnapshotAndGoesOn() {
        AccountId account = opened("snapshots", 10_000);
        sendAtOnce(node, 600, i -> consume(account, "c" + i, 3));
        Awaitility.await().until(() -> snapshotsOf(account) == 1);

        node.getBean(Cache.class).removeAll();
        Recorded next = (Recorded) send(node, consume(account, "next", 1));

        assertThat(next.fact().balance().used()).isEqualTo(Credits.of(1_801));
        assertThat(next.revision()).isEqualTo(602);
        assertThat(node.getBean(EventStore.class)
                        .readEvents(account.value())
                        .peek()
                        .getSequenceNumber())
                .as("where reading begins")
                .isPositive();
    }

    @Test
    void aSnapshotIsTakenOfAnAccountThatTwoNodesDecideAboutInTurns() {
        AccountId account = opened("snapshot-in-turns", 10_000);
        for (int i = 0; i < 255; i++) {
            send(i % 2 == 0 ? node : otherNode, consume(account, "c" + i, 3));
        }

        Awaitility.await().until(() -> snapshotsOf(account) == 1);
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(LedgerApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--ledger.database.url=" + POSTGRES.connectionDetails().getJdbcUrl(),
                        "--ledger.database.username="
                                + POSTGRES.connectionDetails().getUsername(),
                        "--ledger.database.password="
                                + POSTGRES.connectionDetails().getPassword());
    }

    private AccountId opened(String name, long credits) {
        AccountId account = new AccountId(name);
        send(node, new OpenAccount(account, null, null));
        send(node, grant(account, "grant", credits));
        return account;
    }

    private static GrantCredits grant(AccountId account, String key, long amount) {
        return new GrantCredits(
                account, new IdempotencyKey(key), Credits.of(amount), LotSource.PLAN, "Monthly plan", null, null, null);
    }

    private static ConsumeCredits consume(AccountId account, String key, long amount) {
        return new ConsumeCredits(
                account, new IdempotencyKey(key), Credits.of(amount), "Website generation", null, Metadata.NONE);
    }

    private static List<Object> sendAtOnce(
            ConfigurableApplicationContext node, int count, IntFunction<AccountCommand> command) {
        CommandGateway gateway = node.getBean(CommandGateway.class);
        List<CompletableFuture<Object>> answers = IntStream.range(0, count)
                .mapToObj(i -> gateway.<Object>send(command.apply(i)))
                .toList();
        return answers.stream().map(CommandBusIT::outcome).toList();
    }

    private static Object send(ConfigurableApplicationContext node, AccountCommand command) {
        return outcome(node.getBean(CommandGateway.class).send(command));
    }

    private static Object outcome(CompletableFuture<Object> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof CommandExecutionException refusal) {
                return refusal.<Refused>getDetails().orElseThrow();
            }
            throw failure;
        }
    }

    private long consumptionsOf(AccountId account) {
        return node.getBean(EventStore.class)
                .readEvents(account.value(), 0)
                .asStream()
                .filter(event -> event.getPayload() instanceof CreditsConsumed)
                .count();
    }

    private long snapshotsOf(AccountId account) {
        return node.getBean(JdbcClient.class)
                .sql("select count(*) from ledger.snapshot_event_entry where aggregate_identifier = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }
}
