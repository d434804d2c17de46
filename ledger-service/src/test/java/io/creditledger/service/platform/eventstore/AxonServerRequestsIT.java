package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.service.account.AnsweredRequests;
import io.creditledger.service.account.AnsweredRequests.Refusal;
import io.creditledger.service.platform.axonserver.StandInAxonServer;
import io.creditledger.service.platform.postgres.PostgresForTests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One request has one answer on Axon Server too, however old it is and however far the copy is behind. */
class AxonServerRequestsIT {

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    static final PostgresForTests ANOTHER_POSTGRES = new PostgresForTests();

    private static final StandInAxonServer SERVER = new StandInAxonServer();
    private static AxonServerForTests store;
    private static GroupCommit writer;
    private static AnsweredRequests answers;

    @BeforeAll
    static void open() {
        store = AxonServerForTests.on(SERVER.start().address(), POSTGRES);
        writer = new GroupCommit(
                POSTGRES.writerDataSource(),
                StoreForTests.PROPERTIES,
                new AppendMeters(new SimpleMeterRegistry()),
                () -> 0);
        StoredFacts facts =
                new StoredFacts(store.dataSource(), Facts.serializer(), NoOpEventUpcaster.INSTANCE, store.copy());
        answers = new StoredAnswers(facts, writer, store.dataSource(), store.copy());
    }

    @AfterAll
    static void close() {
        writer.close();
        store.close();
        SERVER.close();
    }

    @Test
    void findsTheAnswerThatWasGivenAMomentAgo() {
        String account = Facts.anyAccount();
        store.append(List.of(Facts.consumedBy("k", account, 0)));

        assertThat(answers.find(new AccountId(account), Facts.request(account, "k")))
                .get()
                .extracting(AnsweredRequests.Answer::fingerprint)
                .isEqualTo("print of k");
    }

    @Test
    void refusesASecondFactOfARequestHoweverOld() {
        String account = Facts.anyAccount();
        store.append(List.of(Facts.consumedBy("k", account, 0)));
        IntStream.rangeClosed(1, 100).forEach(revision -> store.append(List.of(Facts.consumed(account, revision))));

        assertThatThrownBy(() -> store.append(List.of(Facts.consumedBy("k", account, 101))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
        assertThat(store.lastSequenceNumber(account)).contains(100L);
    }

    @Test
    void refusesTwoFactsOfARequestAtOnce() {
        String account = Facts.anyAccount();

        assertThatThrownBy(() ->
                        store.append(List.of(Facts.consumedBy("k", account, 0), Facts.consumedBy("k", account, 1))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
        assertThat(store.lastSequenceNumber(account)).isEmpty();
    }

    @Test
    void refusesAFactOfARequestThatWasRefused() {
        String account = Facts.anyAccount();
        Refusal refusal = new Refusal(new InsufficientCredits(7, 3), "print of k");
        assertThat(answers.refuse(new AccountId(account), Facts.request(account, "k"), refusal))
                .isEqualTo(refusal);

        assertThatThrownBy(() -> store.append(List.of(Facts.consumedBy("k", account, 0))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
    }

    @Test
    void storesNoRefusalBesideAFactThatIsNotCopiedYet() {
        String account = Facts.anyAccount();
        store.copy().stop();
        store.append(List.of(Facts.consumedBy("k", account, 0)));
        Refusal refusal = new Refusal(new InsufficientCredits(7, 3), "print of k");

        assertThatThrownBy(() -> answers.refuse(new AccountId(account), Facts.request(account, "k"), refusal))
                .isInstanceOf(EventStoreUnavailableException.class);

        store.copy().start();
        assertThat(answers.refuse(new AccountId(account), Facts.request(account, "k"), refusal))
                .isInstanceOf(AnsweredRequests.Fact.class);
    }

    @Test
    void storesNoMoreThanTheAccountRemembersWhileTheCopyIsBehind() {
        String account = Facts.anyAccount();
        store.append(List.of(Facts.consumedBy("first", account, 0)));
        await().until(() -> store.tables().revision(account) == 0);
        store.copy().stop();
        IntStream.rangeClosed(1, AnsweredRequests.REMEMBERED + 1)
                .forEach(revision -> store.append(List.of(Facts.consumedBy("k" + revision, account, revision))));
        int next = AnsweredRequests.REMEMBERED + 2;

        // The oldest of those that are not copied is one that the account has forgotten.
        assertThatThrownBy(() -> store.append(List.of(Facts.consumedBy("k1", account, next))))
                .isInstanceOf(EventStoreUnavailableException.class);

        store.copy().start();
        assertThatThrownBy(() -> store.append(List.of(Facts.consumedBy("k1", account, next))))
                .isInstanceOf(RequestAlreadyAnsweredException.class);
        store.append(List.of(Facts.consumedBy("other", account, next)));
        assertThat(store.lastSequenceNumber(account)).contains((long) next);
    }

    @Test
    void goesOnWithANewDatabaseFromAllFactsThereAre() {
        String account = Facts.anyAccount();
        store.append(List.of(Facts.consumedBy("k", account, 0)));
        int last = AnsweredRequests.REMEMBERED + 1;
        IntStream.rangeClosed(1, last).forEach(revision -> store.append(List.of(Facts.consumed(account, revision))));

        try (AxonServerForTests renewed = AxonServerForTests.on(SERVER.address(), ANOTHER_POSTGRES)) {
            assertThatThrownBy(() -> renewed.append(List.of(Facts.consumedBy("k", account, last + 1))))
                    .isInstanceOf(RequestAlreadyAnsweredException.class);
        }
    }

    @Test
    void keepsHistoriesApart() {
        assertThatThrownBy(() -> WhereFactsAre.requireHere(store.dataSource()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEDGER_AXON_SERVER");
        assertThatThrownBy(() -> WhereFactsAre.requireOnAxonServer(store.dataSource(), "another"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another");
    }
}
