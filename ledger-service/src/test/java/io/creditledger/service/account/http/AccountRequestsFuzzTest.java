package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.service.platform.http.BodiesForTests;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.RequestObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Any body is a command that the ledger may be given, or is refused with a problem. */
class AccountRequestsFuzzTest {

    private static final AccountId ACCOUNT = new AccountId("a");
    private static final IdempotencyKey KEY = new IdempotencyKey("k");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> bodies() {
        return Stream.of(
                        "",
                        "[]",
                        "{\"displayName\":\"Acme\",\"metadata\":{\"a\":1.50,\"b\":true,\"c\":\"x\\ny\",\"d\":1e20}}",
                        "{\"amount\":1e400,\"description\":\"d\"}",
                        "{\"amount\":1,\"description\":\"d\",\"metadata\":{\"n\":1e2147483647}}",
                        "{\"amount\":1,\"description\":\"d\",\"metadata\":{\"n\":1e2147483147483647}}",
                        "{\"amount\":1,\"description\":\"d\",\"metadata\":{\"n\":-0.0,\"m\":0e-99}}",
                        "{\"amount\":1,\"amount\":2,\"description\":\"d\"}",
                        "{\"amount\":9223372036854775808,\"description\":\"\\ud83d\\ude00\"}",
                        "{\"amount\":7,\"description\":\"d\",\"website\":{\"id\":\"w\",\"name\":\"n\",\"url\":\"http://a.b\"}}",
                        "{\"amount\":1,\"source\":\"plan\",\"description\":\"d\",\"priority\":0,"
                                + "\"effectiveAt\":\"2026-01-01T00:00:00Z\",\"expiresAt\":\"9999-12-31T23:59:59+18:00\"}",
                        "{\"amount\":1,\"reason\":\"r\"}",
                        "{\"items\":[{\"accountId\":\"a\",\"idempotencyKey\":\"k\",\"amount\":1,\"description\":\"d\"},null]}")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("bodies")
    @FuzzTest
    void isACommandOrAProblem(byte @NotNull [] body) {
        read(body, object -> Requests.openAccount(ACCOUNT, object));
        read(body, object -> Requests.reverseConsumption(ACCOUNT, new ConsumptionId("c"), KEY, object));
        read(body, object -> Requests.revokeCredits(ACCOUNT, new LotId("l"), KEY, object));
        read(body, object -> Requests.grantCredits(ACCOUNT, KEY, object)).ifPresent(AccountRequestsFuzzTest::isSound);
        read(body, object -> Requests.consumeCredits(ACCOUNT, KEY, object))
                .ifPresent(AccountRequestsFuzzTest::isReadTheSameAgain);
        read(body, object -> object.objects("items", 10))
                .orElse(List.of())
                .forEach(item -> attempt(() -> Requests.batchItem(item)));
    }

    private static void isSound(GrantCredits grant) {
        assertThat(grant.amount().amount()).isBetween(CreditMovement.MIN_AMOUNT, CreditMovement.MAX_AMOUNT);
        if (grant.effectiveAt() != null && grant.expiresAt() != null) {
            assertThat(grant.expiresAt()).isAfter(grant.effectiveAt());
        }
    }

    /** Nothing was lost or changed: written as a request anew, it is the same request. */
    private static void isReadTheSameAgain(ConsumeCredits consumption) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", consumption.amount());
        body.put("description", consumption.description());
        body.put("metadata", consumption.metadata());
        if (consumption.website() != null) {
            body.put("website", consumption.website());
        }
        byte[] written = JSON.writeValueAsBytes(body);

        assertThat(Requests.consumeCredits(ACCOUNT, KEY, BodiesForTests.read(written)))
                .isEqualTo(consumption);
    }

    private static <T> Optional<T> read(byte[] body, Function<RequestObject, T> reader) {
        return attempt(() -> reader.apply(BodiesForTests.read(body)));
    }

    private static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().detail()).isNotBlank();
            return Optional.empty();
        }
    }
}
