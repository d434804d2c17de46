package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class FoldedAccountTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final FoldedAccount account = new FoldedAccount();

    @Test
    void addsUpWhatEachKindOfEventMoves() {
        assertThat(account.add(event(0, "AccountOpened", "{}"))).isEmpty();
        assertThat(account.add(moved(1, "CreditsGranted", 100, 100, 0))).isEmpty();
        assertThat(account.add(moved(2, "CreditsConsumed", 30, 100, 30))).isEmpty();
        assertThat(account.add(moved(3, "ConsumptionReversed", 10, 100, 20))).isEmpty();
        assertThat(account.add(moved(4, "LotActivated", 50, 100, 20))).isEmpty();
        assertThat(account.add(moved(5, "CreditsRevoked", 15, 85, 20))).isEmpty();
        assertThat(account.add(moved(6, "LotExpired", 65, 20, 20))).isEmpty();
        assertThat(account.total()).isEqualTo(20);
        assertThat(account.used()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # revision, type,           amount, total, used
            2,          CreditsConsumed,    30,   100,   30
            0,          CreditsConsumed,    30,   100,   30
            1,          CreditsConsumed,    30,   100,   29
            1,          CreditsConsumed,    30,    70,    0
            1,          CreditsGifted,      30,   100,   30
            """)
    void tellsWhatIsWrong(long revision, String type, long amount, long total, long used) {
        assertThat(account.add(moved(0, "CreditsGranted", 100, 100, 0))).isEmpty();
        assertThat(account.add(moved(revision, type, amount, total, used))).isPresent();
    }

    private static StoredEvents.Stored moved(long revision, String type, long amount, long total, long used) {
        return event(revision, type, """
                {"amount": %d, "balance": {"total": %d, "used": %d}}""".formatted(amount, total, used));
    }

    private static StoredEvents.Stored event(long revision, String type, String payload) {
        return new StoredEvents.Stored("a", revision, type, MAPPER.readTree(payload));
    }
}
