package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.AccountRejection.ReversalExceedsConsumption;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawAnswerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "7, PT7S",
        "'Thu, 01 Jan 2026 00:00:05 GMT', PT5S",
        "'Wed, 31 Dec 2025 23:59:59 GMT', PT0S",
        "-1, ",
        "soon, ",
        "'', ",
        "99999999999999999999, "
    })
    void understandsSecondsAndMomentsAndIgnoresTheRest(String asked, String duration) {
        RawAnswer answer = answer(503, Map.of("Retry-After", List.of(asked)), "");
        assertThat(String.valueOf(answer.retryAfter())).isEqualTo(String.valueOf(duration));
    }

    @Test
    void aRefusalIsTheLedgersOwnRecord() {
        Problem problem = answer(402, Map.of(), """
                        {"type": "https://creditledger.io/problems/insufficient-credits", "title": "Not enough", "status": 402,
                         "detail": "9000000000 credits were asked for", "requested": 9000000000, "available": -3}""").problem();
        assertThat(problem.kind()).isEqualTo("insufficient-credits");
        assertThat(problem.detail()).isEqualTo("9000000000 credits were asked for");
        assertThat(problem.rejection()).contains(new InsufficientCredits(9_000_000_000L, -3));
    }

    @Test
    void knowsRefusalsByTheirNames() {
        assertThat(answer(404, Map.of(), """
                        {"type": "https://creditledger.io/problems/account-not-found", "status": 404, "accountId": "acme"}""").problem().rejection()).contains(new AccountNotFound("acme"));
        assertThat(answer(422, Map.of(), """
                        {"type": "https://creditledger.io/problems/reversal-exceeds-consumption", "status": 422,
                         "consumptionId": "con_1", "requested": 3, "reversible": 2}""").problem().rejection())
                .contains(new ReversalExceedsConsumption("con_1", 3, 2));
    }

    @ParameterizedTest
    @CsvSource({"unauthenticated", "invalid-request", "insufficient-credits", "-", "--", "a-kind-of-a-later-ledger"})
    void aProblemWithoutSuchFactsIsNoRefusalOfTheAccount(String kind) {
        assertThat(new Problem(kind, 400, "", Map.of()).rejection()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<html>Bad gateway</html>", "''", "[]", "null", "7", "'{\"type\":7,\"detail\":null}'"})
    void aProxysPageIsAProblemToo(String body) {
        Problem problem = answer(418, Map.of(), body).problem();
        assertThat(problem.kind()).isEqualTo("http-418");
        assertThat(problem.status()).isEqualTo(418);
        assertThat(problem.detail()).isEqualTo("HTTP status 418");
    }

    @Test
    void aReplayIsMarked() {
        assertThat(answer(201, Map.of("Idempotency-Replayed", List.of("true")), "{}")
                        .replayed())
                .isTrue();
        assertThat(answer(201, Map.of(), "{}").replayed()).isFalse();
    }

    private static RawAnswer answer(int status, Map<String, List<String>> headers, String body) {
        return RawAnswer.of(status, HttpHeaders.of(headers, (name, value) -> true), NOW, body);
    }
}
