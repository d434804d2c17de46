package io.creditledger.service.purchase.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.service.platform.http.BodiesForTests;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.RequestObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Any body is a command that the ledger may be given, or is refused with a problem. */
class PurchaseRequestsFuzzTest {

    private static final AccountId ACCOUNT = new AccountId("a");
    private static final IdempotencyKey KEY = new IdempotencyKey("k");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> bodies() {
        return Stream.of(
                        "",
                        "null",
                        "{}",
                        "{\"packageId\":\"credits-10000\",\"paymentMethodId\":\"pm_1\",\"savePaymentMethod\":true}",
                        "{\"packageId\":\"\",\"paymentMethodId\":\"\\u0000\",\"savePaymentMethod\":\"true\"}",
                        "{\"credits\":1,\"reason\":\"r\"}",
                        "{\"credits\":1e1888888888888888,\"reason\":\"r\"}",
                        "{\"credits\":1e12,\"reason\":\"\\ud800\"}",
                        "{\"threshold\":1,\"packageId\":\"p\",\"monthlyLimit\":{\"amount\":1,\"currency\":\"usd\"}}",
                        "{\"threshold\":1,\"packageId\":\"p\",\"monthlyLimit\":{\"amount\":-1,\"currency\":\"usd\"}}",
                        "{\"threshold\":1,\"packageId\":\"p\",\"monthlyLimit\":{\"amount\":-1,\"currency\":\"USD\"}}")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("bodies")
    @FuzzTest
    void isACommandOrAProblem(byte @NotNull [] body) {
        read(body, object -> Requests.purchaseCredits(ACCOUNT, KEY, object));
        read(body, object -> Requests.refundPurchase(ACCOUNT, new PurchaseId("p"), KEY, object))
                .ifPresent(refund -> {
                    if (refund.credits() != null) {
                        assertThat(refund.credits().amount())
                                .isBetween(CreditMovement.MIN_AMOUNT, CreditMovement.MAX_AMOUNT);
                    }
                });
        read(body, object -> Requests.configureAutoTopUp(ACCOUNT, object))
                .ifPresent(PurchaseRequestsFuzzTest::isReadTheSameAgain);
        read(body, object -> {
            Requests.nothing(object);
            return object;
        });
    }

    private static void isReadTheSameAgain(ConfigureAutoTopUp topUp) {
        byte[] written = JSON.writeValueAsBytes(Map.of(
                "threshold", topUp.threshold(),
                "packageId", topUp.packageId(),
                "monthlyLimit", topUp.monthlyLimit()));

        assertThat(Requests.configureAutoTopUp(ACCOUNT, BodiesForTests.read(written)))
                .isEqualTo(topUp);
    }

    private static <T> Optional<T> read(byte[] body, Function<RequestObject, T> reader) {
        try {
            return Optional.of(reader.apply(BodiesForTests.read(body)));
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
            return Optional.empty();
        }
    }
}
