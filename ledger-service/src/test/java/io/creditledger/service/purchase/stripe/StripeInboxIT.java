package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.PaymentChanged;
import io.creditledger.service.purchase.PaymentNews.Verdict;
import io.creditledger.service.purchase.stripe.StripeInbox.End;
import io.creditledger.service.purchase.stripe.StripeInbox.Waiting;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class StripeInboxIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static final HikariDataSource POOL = POSTGRES.dataSource(8);

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final JdbcClient database = JdbcClient.create(POOL);
    private final StripeInbox inbox = new StripeInbox(database, clock);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StripeMeters meters = new StripeMeters(registry);
    private final Queue<PaymentNews> looked = new ConcurrentLinkedQueue<>();
    private volatile Function<PaymentNews, Verdict> newsroom = _ -> Verdict.LEARNT;
    private final StripeInboxWorker worker = worker();

    private StripeInboxWorker worker() {
        return new StripeInboxWorker(
                inbox,
                news -> {
                    looked.add(news);
                    return newsroom.apply(news);
                },
                meters,
                clock,
                4);
    }

    @BeforeEach
    void migrate() {
        PaymentsSchema.migrate(POOL);
        database.sql("delete from payments.stripe_event").update();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void newsAreLookedIntoAtOnce() {
        deliver("evt_1");

        await().until(() -> state("evt_1").equals("processed"));
        assertThat(looked).containsExactly(payment("evt_1"));
    }

    @Test
    void allKindsOfNewsComeOutAsTheyWentIn() {
        List<PaymentNews> news = List.of(
                payment("evt_1"),
                new CardsChanged(new CustomerReference("cus_1"), null),
                new CardsChanged(new CustomerReference("cus_1"), new AccountId("alice")),
                new CustomerDeleted(new CustomerReference("cus_1")));
        for (int i = 0; i < news.size(); i++) {
            inbox.accept(new StripeNotice("evt_" + i, "type", NOON, news.get(i)));
        }

        assertThat(inbox.claimDue(10)).extracting(Waiting::news).containsExactlyInAnyOrderElementsOf(news);
    }

    @Test
    void fiftyDeliveriesAtOnceAreOnePieceOfNews() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> inbox.accept(notice("evt_1")));
            }
        }

        assertThat(inbox.claimDue(100)).hasSize(1);
    }

    @Test
    void whatIsProcessedIsNotLookedIntoAgain() {
        deliver("evt_1");
        await().until(() -> state("evt_1").equals("processed"));

        assertThat(inbox.accept(notice("evt_1"))).isFalse();
        worker.round();

        assertThat(inbox.claimDue(10)).isEmpty();
        assertThat(looked).hasSize(1);
    }

    @Test
    void pitfall03_seenStoredBeforeDone() {
        newsroom = _ -> {
            throw new IllegalStateException("the process dies here");
        };
        deliver("evt_1");
        await().until(() -> !looked.isEmpty() && problem("evt_1").contains("dies"));
        newsroom = _ -> Verdict.LEARNT;

        assertThat(inbox.accept(notice("evt_1"))).isTrue();
        worker.lookAtOnce("evt_1");

        await().until(() -> state("evt_1").equals("processed"));
    }

    @Test
    void whatANodeDiedWithIsLookedIntoByAnother() {
        inbox.accept(notice("evt_1"));
        assertThat(inbox.claim("evt_1")).isPresent();

        assertThat(inbox.claimDue(10)).isEmpty();
        clock.advance(Duration.ofMinutes(3));

        assertThat(inbox.claimDue(10)).singleElement().satisfies(again -> assertThat(again.attempt())
                .isEqualTo(2));
    }

    @Test
    void whoeverWasTooSlowEndsNothing() {
        inbox.accept(notice("evt_1"));
        Waiting slow = inbox.claim("evt_1").orElseThrow();
        clock.advance(Duration.ofMinutes(3));
        Waiting next = inbox.claim("evt_1").orElseThrow();

        inbox.end(slow, End.QUARANTINED, "outdated");
        assertThat(state("evt_1")).isEqualTo("received");
        inbox.end(next, End.PROCESSED, null);

        assertThat(state("evt_1")).isEqualTo("processed");
    }

    @Test
    void aDeliveryThatComesAgainWhileItIsLookedIntoIsNotLookedIntoTwiceAtOnce() {
        inbox.accept(notice("evt_1"));
        assertThat(inbox.claim("evt_1")).isPresent();

        assertThat(inbox.accept(notice("evt_1"))).isTrue();

        assertThat(inbox.claim("evt_1")).isEmpty();
    }

    @Test
    void twoNodesShareTheWork() throws Exception {
        for (int i = 0; i < 200; i++) {
            inbox.add(notice("evt_" + i));
        }
        StripeInboxWorker other = worker();

        try (other) {
            await().until(() -> {
                worker.round();
                other.round();
                return inbox.counts().isEmpty();
            });
        }

        assertThat(looked).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void noMoreAreLookedIntoThanThereIsRoomFor() {
        CountDownLatch release = new CountDownLatch(1);
        newsroom = _ -> {
            try {
                release.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return Verdict.LEARNT;
        };
        for (int i = 0; i < 10; i++) {
            deliver("evt_" + i);
        }
        worker.round();

        await().until(() -> looked.size() == 4);
        release.countDown();
        await().until(() -> {
            worker.round();
            return inbox.counts().isEmpty();
        });
        assertThat(looked).hasSize(10);
    }

    @Test
    void whatIsNotKnownYetIsLookedIntoEverMoreSeldomAndThenGivenUp() {
        newsroom = _ -> Verdict.UNKNOWN_YET;
        inbox.accept(notice("evt_1"));
        int rounds = 0;
        while (!state("evt_1").equals("dead") && rounds < 200) {
            rounds++;
            int before = looked.size();
            worker.round();
            await().until(() -> looked.size() > before && !isLeased("evt_1"));
            Instant next = nextAttempt("evt_1");
            worker.round();
            assertThat(looked).as("nobody looks before it is due").hasSize(before + 1);
            clock.advanceTo(next);
        }

        assertThat(looked.size()).isBetween(70, 90);
        assertThat(Duration.between(NOON, clock.instant())).isBetween(Duration.ofHours(70), Duration.ofDays(3));
        worker.tidy();
        assertThat(gauge("dead")).isEqualTo(1);
    }

    @Test
    void whatContradictsTheLedgerWaitsForAPerson() {
        newsroom = _ -> Verdict.CONTRADICTED;
        deliver("evt_1");

        await().until(() -> state("evt_1").equals("quarantined"));
        worker.tidy();
        assertThat(gauge("quarantined")).isEqualTo(1);
        assertThat(inbox.add(notice("evt_1"))).isFalse();
        assertThat(inbox.claimDue(1)).isEmpty();
        newsroom = _ -> Verdict.LEARNT;

        deliver("evt_1");

        await().until(() -> state("evt_1").equals("processed"));
    }

    @Test
    void whatIsNoneOfOursIsDone() {
        newsroom = _ -> Verdict.NOT_OURS;
        deliver("evt_1");

        await().until(() -> state("evt_1").equals("processed"));
    }

    @Test
    void whatWasSetAsideAtTheDoorHasNoNews() {
        inbox.quarantine(new StripeNotice("evt_1", "type", NOON, null), "it is of test mode");

        assertThat(state("evt_1")).isEqualTo("quarantined");
        assertThat(problem("evt_1")).isEqualTo("it is of test mode");
    }

    @Test
    void whatIsLongDoneIsForgotten() {
        deliver("evt_1");
        await().until(() -> state("evt_1").equals("processed"));
        inbox.quarantine(notice("evt_2"), "for a person");

        clock.advance(Duration.ofDays(39));
        worker.tidy();
        assertThat(state("evt_1")).isEqualTo("processed");
        clock.advance(Duration.ofDays(2));
        worker.tidy();

        assertThat(state("evt_1")).isEmpty();
        assertThat(state("evt_2")).isEqualTo("quarantined");
    }

    private void deliver(String id) {
        if (inbox.accept(notice(id))) {
            worker.lookAtOnce(id);
        }
    }

    private static StripeNotice notice(String id) {
        return new StripeNotice(id, "payment_intent.succeeded", NOON, payment(id));
    }

    private static PaymentChanged payment(String id) {
        return new PaymentChanged(new PaymentReference("pi_" + id));
    }

    private String state(String id) {
        return text("state", id);
    }

    private String problem(String id) {
        return text("last_problem", id);
    }

    private String text(String column, String id) {
        return database.sql("select coalesce(" + column + ", '') from payments.stripe_event where event_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean isLeased(String id) {
        return database.sql("select leased_until is not null from payments.stripe_event where event_id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private Instant nextAttempt(String id) {
        return database.sql("select next_attempt_at from payments.stripe_event where event_id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private double gauge(String state) {
        return registry.get("ledger.stripe.inbox").tag("state", state).gauge().value();
    }
}
