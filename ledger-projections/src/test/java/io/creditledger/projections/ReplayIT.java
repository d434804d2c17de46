package io.creditledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.purchase.events.PurchaseEvent;
import io.creditledger.projections.platform.ProjectionControl;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

/** The rows of a read model are a function of the history: of nothing else. */
class ReplayIT {

    private static final History HISTORY = new History();

    private static final Set<Class<?>> KINDS;

    static {
        new RandomHistory(HISTORY, 20_260_301).accounts(40).facts(2_000);
        KINDS = HISTORY.pending().stream()
                .map(DomainEventMessage::getPayloadType)
                .collect(Collectors.toUnmodifiableSet());
        HISTORY.publish();
    }

    private static String rows(String... properties) {
        try (ReadModels readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase(), properties)) {
            ProjectionControl.of(readModels).awaitCaughtUp();
            assertThat(ProjectionControl.of(readModels).deadLetters()).isZero();
            return Rows.digest(readModels.jdbc());
        }
    }

    @Test
    void theHistoryHasEveryFactOfAPurchase() {
        assertThat(KINDS).contains(PurchaseEvent.class.getPermittedSubclasses());
    }

    @Test
    void segmentsAndBatchSizesLeaveNoTrace() {
        String reference = rows("ledger.projections.segments=1", "ledger.projections.batch-size=3");

        assertThat(rows("ledger.projections.segments=4", "ledger.projections.batch-size=17"))
                .isEqualTo(reference);
        assertThat(rows("ledger.projections.segments=2", "ledger.projections.batch-size=1000"))
                .isEqualTo(reference);
    }

    @Test
    void aResetMakesTheSameRowsAgainWhileReadsGoOn() {
        try (ReadModels readModels = ReadModels.start(HISTORY, PostgresForTests.newDatabase())) {
            ProjectionControl control = ProjectionControl.of(readModels);
            control.awaitCaughtUp();
            String before = Rows.digest(readModels.jdbc());

            for (String group : List.of("balance", "transactions", "lots", "websites", "payments")) {
                control.reset(group);
            }
            control.awaitCaughtUp();

            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(before);
        }
    }

    @Test
    void factsThatComeAgainChangeNothing() {
        History history = new History();
        new RandomHistory(history, 7).accounts(20).facts(500);
        List<DomainEventMessage<?>> facts = history.pending();
        history.publish();
        try (ReadModels readModels = ReadModels.start(history, PostgresForTests.newDatabase())) {
            ProjectionControl control = ProjectionControl.of(readModels);
            control.awaitCaughtUp();
            String before = Rows.digest(readModels.jdbc());

            history.again(facts.subList(100, 400));
            control.awaitCaughtUp();

            assertThat(Rows.digest(readModels.jdbc())).isEqualTo(before);
            assertThat(control.deadLetters()).isZero();
        }
    }
}
