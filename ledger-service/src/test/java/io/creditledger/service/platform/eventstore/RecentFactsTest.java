package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class RecentFactsTest {

    private static final AccountId ALICE = new AccountId("alice");

    private final RecentFacts recent = new RecentFacts();

    @Test
    void knowsNothingOfWhatItHasNotSeen() {
        assertThat(recent.revision(ALICE)).isNull();
        assertThat(recent.after(ALICE, -1)).isEmpty();
    }

    @Test
    void hasWhatFollowsARevision() {
        see(3, 4, 5);

        assertThat(recent.revision(ALICE)).isEqualTo(5);
        assertThat(revisions(recent.after(ALICE, 2))).containsExactly(3L, 4L, 5L);
        assertThat(revisions(recent.after(ALICE, 4))).containsExactly(5L);
        assertThat(recent.after(ALICE, 5)).isEmpty();
    }

    @Test
    void hasAllThatFollowsOrNothing() {
        see(3, 4, 5);

        assertThat(recent.after(ALICE, 1)).isEmpty();
    }

    @Test
    void beginsAnewWhereItHasMissedSome() {
        see(3, 4, 7);

        assertThat(recent.revision(ALICE)).isEqualTo(7);
        assertThat(recent.after(ALICE, 2)).isEmpty();
        assertThat(revisions(recent.after(ALICE, 6))).containsExactly(7L);
    }

    @Test
    void keepsTheLastSixteenOfAnAccount() {
        see(LongStream.range(0, 20).toArray());

        assertThat(recent.after(ALICE, 2)).isEmpty();
        assertThat(revisions(recent.after(ALICE, 3)))
                .containsExactlyElementsOf(LongStream.range(4, 20).boxed().toList());
    }

    @Test
    void needsNothingThatThisProcessHasStoredOnTopOf() {
        see(3, 4);

        store(5);
        see(5);

        assertThat(recent.revision(ALICE)).isNull();
        assertThat(recent.after(ALICE, 3)).isEmpty();
        assertThat(recent.after(ALICE, 4)).isEmpty();
    }

    @Test
    void needsNothingThatItSawBeforeItWasToldThatThisProcessStoredIt() {
        see(3, 4, 5);

        store(5);

        assertThat(recent.revision(ALICE)).isNull();
        assertThat(recent.after(ALICE, 3)).isEmpty();
    }

    @Test
    void hasWhatOthersStoreAfterThisProcess() {
        store(5);
        see(5, 6, 7);

        assertThat(recent.revision(ALICE)).isEqualTo(7);
        assertThat(revisions(recent.after(ALICE, 5))).containsExactly(6L, 7L);
    }

    @Test
    void keepsWhatOthersStoredMeanwhile() {
        see(5, 6, 7);

        store(5);

        assertThat(recent.revision(ALICE)).isEqualTo(7);
        assertThat(revisions(recent.after(ALICE, 5))).containsExactly(6L, 7L);
    }

    @Test
    void remembersRevisionsLongerThanFacts() {
        for (int other = 0; other < 50_000; other++) {
            recent.saw(Facts.consumed("other-" + other, 0));
        }

        Awaitility.await("it has let go of most facts")
                .until(() -> IntStream.range(0, 50_000)
                                .filter(other -> !recent.after(new AccountId("other-" + other), -1)
                                        .isEmpty())
                                .count()
                        <= 20_000);
        assertThat(IntStream.range(0, 50_000))
                .allMatch(other -> recent.revision(new AccountId("other-" + other)) != null);
    }

    @Test
    void readsWhatOthersStoreOfAccountsThatAreDecidedAboutHere() {
        AtomicInteger reads = new AtomicInteger();
        store(5);

        recent.saw(new Read(ALICE, 6, reads::incrementAndGet));
        recent.saw(new Read(new AccountId("bob"), 6, reads::incrementAndGet));

        assertThat(reads).hasValue(1);
    }

    @Test
    void leavesWhatOthersStoreOfAccountsThatAreNoLongerDecidedAboutHereToWhoNeedsIt() {
        AtomicInteger reads = new AtomicInteger();
        store(5);

        LongStream.rangeClosed(6, 30)
                .forEach(revision -> recent.saw(new Read(ALICE, revision, reads::incrementAndGet)));

        assertThat(reads).hasValue(5);
    }

    @Test
    void isSharedAsLongAsAnotherStoresInBetween() {
        assertThat(recent.isShared(ALICE)).isFalse();
        store(4);
        see(4);
        assertThat(recent.isShared(ALICE)).as("with nobody").isFalse();
        see(5);
        assertThat(recent.isShared(ALICE)).isTrue();

        store(6, 7, 8, 9, 10);
        assertThat(recent.isShared(ALICE)).isTrue();
        store(11);
        assertThat(recent.isShared(ALICE)).as("with one who has been silent").isFalse();
        see(6, 7, 8, 9, 10, 11);
        assertThat(recent.isShared(ALICE)).isFalse();
        see(12);
        assertThat(recent.isShared(ALICE)).isTrue();
    }

    @Test
    void isNotSharedWithItself() {
        see(4);

        store(4);

        assertThat(recent.isShared(ALICE)).isFalse();
    }

    @Test
    void knowsThatThereIsMoreThanItSawFromWhoeverCameTooLate() {
        store(5);

        recent.lost(ALICE, 6);

        assertThat(recent.revision(ALICE)).isEqualTo(6);
        assertThat(recent.isShared(ALICE)).isTrue();
        assertThat(recent.after(ALICE, 5)).as("to be looked for in the store").isEmpty();
        see(6);
        assertThat(revisions(recent.after(ALICE, 5))).containsExactly(6L);
    }

    @Test
    void leavesWhatCannotBeReadToWhoNeedsIt() {
        store(5);

        recent.saw(new Read(ALICE, 6, () -> {
            throw new IllegalStateException("unreadable");
        }));

        assertThat(revisions(recent.after(ALICE, 5))).containsExactly(6L);
    }

    /** Tells that its payload was read. */
    private static final class Read extends GenericDomainEventMessage<String> {

        private static final long serialVersionUID = 1;

        private final transient Runnable told;

        private Read(AccountId account, long revision, Runnable told) {
            super("CreditAccount", account.value(), revision, "a fact");
            this.told = told;
        }

        @Override
        public String getPayload() {
            told.run();
            return super.getPayload();
        }
    }

    private void see(long... revisions) {
        LongStream.of(revisions).forEach(revision -> recent.saw(Facts.consumed(ALICE.value(), revision)));
    }

    private void store(long... revisions) {
        LongStream.of(revisions).forEach(revision -> recent.stored(Facts.consumed(ALICE.value(), revision)));
    }

    private static List<Long> revisions(List<DomainEventMessage<?>> facts) {
        return facts.stream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
    }
}
