package io.creditledger.service.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;

/** Any text of an address or a header is an id as it stands, or none. */
class IdsFuzzTest {

    private static final List<Class<?>> OF_AN_ADDRESS =
            List.of(AccountId.class, LotId.class, ConsumptionId.class, PurchaseId.class, PaymentMethodId.class);

    private final DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();

    IdsFuzzTest() {
        new WebConfiguration().addFormatters(conversions);
    }

    @ValueSource(
            strings = {
                "acme",
                "lot_abc-DEF.1:2",
                "a b",
                "..",
                "a/b",
                "a%2Fb",
                "\u0000",
                "\n",
                "\u0661",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "usd",
                "U\u017fD"
            })
    @FuzzTest
    void isTheIdOrNone(@NotNull String text) {
        for (Class<?> type : OF_AN_ADDRESS) {
            converted(text, type).ifPresent(id -> {
                assertThat(id).hasToString(text);
                assertThat(text).matches("[A-Za-z0-9._:-]{1,255}\\z");
            });
        }
        converted(text, IdempotencyKey.class).ifPresent(key -> {
            assertThat(key).hasToString(text);
            assertThat(text).matches("[ -~]{1,255}\\z").isNotBlank();
        });
        assertThat(PackageId.isValid(text)).isEqualTo(text.matches("[A-Za-z0-9._:-]{1,64}\\z"));
        assertThat(Price.isCurrency(text)).isEqualTo(text.matches("[a-z]{3}\\z"));
    }

    private Optional<Object> converted(String text, Class<?> type) {
        try {
            return Optional.ofNullable(conversions.convert(text, type));
        } catch (ConversionFailedException none) {
            assertThat(none).hasCauseInstanceOf(IllegalArgumentException.class);
            return Optional.empty();
        }
    }
}
