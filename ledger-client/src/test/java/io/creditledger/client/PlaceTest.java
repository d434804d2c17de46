package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void whoResumesIsToldWhatStandsAtTheRevisionOnlyOnce() {
        Place place = new Place(3L);
        assertThat(told(place, transaction(4), card("pm_1", 5), card("pm_2", 5)))
                .containsExactly(true, true, true);
        // The connection breaks off; the ledger tells again what stands at 5, and then goes on.
        assertThat(told(place, card("pm_1", 5), card("pm_2", 5), card("pm_3", 5), balance(5), balance(5), balance(6)))
                .containsExactly(false, false, true, true, false, true);
        assertThat(place.revision()).hasValue(6);
    }

    @Test
    void aMovementAndACardMayBearTheSameRevision() {
        Place place = new Place(3L);
        assertThat(told(place, transaction(4), card("pm_1", 4), transaction(4), card("pm_1", 4)))
                .containsExactly(true, true, false, false);
    }

    @Test
    void whoFollowsFromNowOnHearsTheBalanceAndNothingThatWasBefore() {
        Place place = new Place(null);
        assertThat(place.revision()).isEmpty();
        assertThat(told(place, balance(7), card("pm_1", 7), transaction(7), balance(7), transaction(8)))
                .containsExactly(true, false, false, false, true);
    }

    @Test
    void aCardThatChangesAgainIsNewsAgain() {
        Place place = new Place(0L);
        assertThat(told(place, card("pm_1", 1), card("pm_1", 2))).containsExactly(true, true);
    }

    @Test
    void anAccountThatIsNotAsFarAsItWasIsAnother() {
        Place place = new Place(9L);
        assertThatThrownBy(() -> place.isNews(balance(8))).isInstanceOfSatisfying(HistoryReplaced.class, replaced -> {
            assertThat(replaced.followed()).isEqualTo(9);
            assertThat(replaced.actual()).isEqualTo(8);
        });
    }

    private static List<Boolean> told(Place place, Happening... happenings) {
        return Arrays.stream(happenings)
                .map(happening -> told(place, happening))
                .toList();
    }

    private static boolean told(Place place, Happening happening) {
        boolean isNews = place.isNews(happening);
        if (isNews) {
            place.told(happening);
        }
        return isNews;
    }

    private static Happening balance(long revision) {
        return new Happening.BalanceChanged(
                new BalanceView("acme", 0, 0, 0, BigDecimal.ZERO, 0, 0, 0, 0, revision, Instant.EPOCH));
    }

    private static Happening transaction(long revision) {
        return new Happening.TransactionBooked(new TransactionLine(
                "con_" + revision,
                revision,
                Instant.EPOCH,
                TransactionType.CONSUMPTION,
                "Website generation",
                -1,
                0,
                null,
                null,
                Metadata.NONE));
    }

    private static Happening card(String id, long revision) {
        return new Happening.PaymentMethodChanged(
                new PaymentMethodView(id, "visa", "4242", 1, 2030, null, null, true, false, revision));
    }
}
