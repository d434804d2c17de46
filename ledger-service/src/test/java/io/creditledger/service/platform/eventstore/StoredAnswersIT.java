package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalanceAsOf;
import io.creditledger.api.account.queries.FindEvents;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.service.account.AnsweredRequests.Answer;
import io.creditledger.service.account.AnsweredRequests.Fact;
import io.creditledger.service.account.AnsweredRequests.Refusal;
import io.creditledger.service.account.PastConsumptions.PastConsumption;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One request has one answer, for ever; and the facts can be found again, but not changed. */
class StoredAnswersIT {

    private static final Refusal REFUSAL = new Refusal(new InsufficientCredits(420, 17), "print of refusal");

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static StoreForTests store;
    private static StoredAnswers answers;
    private static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        store = StoreForTests.on(POSTGRES);
        answers = new StoredAnswers(store.facts(), store.writer(), POSTGRES.dataSource(4), UpToDate.ALWAYS);
        jdbc = JdbcClient.create(POSTGRES.dataSource(2));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void anUnknownRequestHasNoAnswer() {
        AccountId account = new AccountId(Facts.anyAccount());

        assertThat(answers.find(account, Facts.request(account.value(), "never sent")))
                .isEmpty();
    }

    @Test
    void aFactAnswersItsRequest() {
        String account = Facts.anyAccount();
        store.engine().appendEvents(List.of(Facts.consumed(account, 0), Facts.consumedBy("k1", account, 1)));

        Answer answer = answers.find(new AccountId(account), Facts.request(account, "k1"))
                .orElseThrow();

        assertThat(answer).isInstanceOfSatisfying(Fact.class, fact -> {
            assertThat(fact.fingerprint()).isEqualTo("print of k1");
            assertThat(fact.recorded().revision()).isEqualTo(1);
            assertThat(fact.recorded().occurredAt()).isEqualTo(Facts.TODAY.plusSeconds(1));
            assertThat(fact.recorded().replayed()).isTrue();
            assertThat(fact.recorded().fact()).isInstanceOf(CreditsConsumed.class);
        });
    }

    @Test
    void aRefusalAnswersItsRequestAndNoFactCanFollow() {
        String account = Facts.anyAccount();
        RequestId request = Facts.request(account, "k1");

        assertThat(answers.refuse(new AccountId(account), request, REFUSAL)).isEqualTo(REFUSAL);

        assertThat(answers.find(new AccountId(account), request)).contains(REFUSAL);
        assertThatThrownBy(() -> store.engine().appendEvents(List.of(Facts.consumedBy("k1", account, 0))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
        assertThat(store.engine().readEvents(account).asStream()).isEmpty();
        Refusal other = new Refusal(new InsufficientCredits(1, 0), "other");
        assertThat(answers.refuse(new AccountId(account), request, other)).isEqualTo(REFUSAL);
    }

    @Test
    void aRefusalDoesNotReplaceAFact() {
        String account = Facts.anyAccount();
        store.engine().appendEvents(List.of(Facts.consumedBy("k1", account, 0)));

        assertThat(answers.refuse(new AccountId(account), Facts.request(account, "k1"), REFUSAL))
                .isInstanceOf(Fact.class);
    }

    @Test
    void theSameRequestMakesOneFactWhateverItsSequenceNumber() {
        String account = Facts.anyAccount();
        store.engine().appendEvents(List.of(Facts.consumedBy("k1", account, 0)));

        assertThatThrownBy(() -> store.engine().appendEvents(List.of(Facts.consumedBy("k1", account, 1))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
        assertThatThrownBy(() -> store.engine()
                        .appendEvents(List.of(Facts.consumedBy("k2", account, 1), Facts.consumedBy("k2", account, 2))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
        store.engine().appendEvents(List.of(Facts.consumedBy("k1", Facts.anyAccount(), 0)));
    }

    @Test
    void factsAndRefusalsThatRaceForARequestHaveOneWinner() throws Exception {
        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 40; round++) {
                String account = Facts.anyAccount();
                List<Callable<Boolean>> race = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(racer ->
                                racer % 2 == 0 ? () -> wonByFact(account, racer) : () -> wonByRefusal(account, racer))
                        .toList();
                int winners = 0;
                for (Future<Boolean> won : racers.invokeAll(race)) {
                    winners += won.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        }
    }

    private static boolean wonByFact(String account, int racer) {
        try {
            store.engine().appendEvents(List.of(Facts.consumedBy("k", account, racer)));
            return true;
        } catch (RequestAlreadyAnsweredException lost) {
            return false;
        }
    }

    private static boolean wonByRefusal(String account, int racer) {
        Refusal mine = new Refusal(new InsufficientCredits(racer, 0), "racer " + racer);
        return answers.refuse(new AccountId(account), Facts.request(account, "k"), mine)
                .equals(mine);
    }

    @Test
    void findsAConsumptionWithItsReversals() {
        String account = Facts.anyAccount();
        store.engine()
                .appendEvents(List.of(
                        Facts.consumedBy("c1", account, 0),
                        Facts.consumedBy("c2", account, 1),
                        Facts.reversedBy("r1", account, 2, "c1"),
                        Facts.reversedBy("r2", account, 3, "c1")));

        PastConsumption past = past(account, "c1").orElseThrow();

        assertThat(past.consumed().consumptionId()).isEqualTo(ConsumptionId.of(Facts.request(account, "c1")));
        assertThat(past.reversals())
                .extracting(reversal -> reversal.reversalId().value())
                .containsExactly("rev_r1", "rev_r2");
        assertThat(past(account, "c2").orElseThrow().reversals()).isEmpty();
        assertThat(past(account, "r1")).isEmpty();
        assertThat(past(Facts.anyAccount(), "c1")).isEmpty();
        assertThat(store.facts().find(new AccountId(account), new ConsumptionId("con_")))
                .isEmpty();
        assertThat(store.facts().find(new AccountId(account), new ConsumptionId("nonsense")))
                .isEmpty();
    }

    private static Optional<PastConsumption> past(String account, String key) {
        return store.facts().find(new AccountId(account), ConsumptionId.of(Facts.request(account, key)));
    }

    @Test
    void tellsTheBalanceOfAnyMomentAndRevision() {
        String account = Facts.anyAccount();
        store.engine()
                .appendEvents(IntStream.range(0, 100)
                        .mapToObj(sequence -> Facts.consumed(account, sequence))
                        .toList());
        AccountId id = new AccountId(account);
        StoredFactsQueries queries = new StoredFactsQueries(store.facts());

        for (long second = 0; second < 100; second++) {
            assertThat(queries.handle(new FindBalanceAsOf(
                            id, Facts.TODAY.plusSeconds(second).plusMillis(500), null)))
                    .map(BalanceView::revision)
                    .contains(second);
            assertThat(queries.handle(new FindBalanceAsOf(id, Facts.TODAY.plusSeconds(second), null)))
                    .map(BalanceView::revision)
                    .contains(second);
        }
        assertThat(queries.handle(new FindBalanceAsOf(id, Facts.TODAY.minusNanos(1_000), null)))
                .isEmpty();
        assertThat(queries.handle(new FindBalanceAsOf(id, Instant.MAX, null)))
                .map(BalanceView::revision)
                .contains(99L);
        assertThat(queries.handle(new FindBalanceAsOf(id, null, 42L)))
                .map(BalanceView::revision)
                .contains(42L);
        assertThat(queries.handle(new FindBalanceAsOf(id, null, 1_000L)))
                .map(BalanceView::revision)
                .contains(99L);
        assertThat(queries.handle(new FindBalanceAsOf(new AccountId(Facts.anyAccount()), Facts.TODAY, null)))
                .isEmpty();
    }

    @Test
    void listsFactsAsTheyAreStored() {
        String account = Facts.anyAccount();
        store.engine().appendEvents(List.of(Facts.consumed(account, 0), Facts.consumedBy("k1", account, 1)));

        List<StoredFact> facts =
                new StoredFactsQueries(store.facts()).handle(new FindEvents(new AccountId(account), 1, 10));

        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.revision()).isEqualTo(1);
            assertThat(fact.occurredAt()).isEqualTo(Facts.TODAY.plusSeconds(1));
            assertThat(fact.payload()).startsWith("{").contains("\"amount\":420");
            assertThat(fact.metadata()).contains("\"idempotencyKey\":\"k1\"");
        });
    }

    @Test
    void whatIsStoredCanNotBeChanged() {
        store.engine().appendEvents(List.of(Facts.consumed(Facts.anyAccount(), 0)));

        for (String tampering : List.of(
                "update ledger.domain_event_entry set payload = '{}'",
                "delete from ledger.domain_event_entry",
                "truncate ledger.domain_event_entry",
                "update ledger.refused_request set fingerprint = ''",
                "delete from ledger.refused_request")) {
            assertThatThrownBy(() -> jdbc.sql(tampering).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("is append-only");
        }
    }
}
