package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.PaymentReference;
import io.creditledger.service.purchase.PaymentNews;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.PaymentChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StripeEventsTest {

    private final StripeEvents events = new StripeEvents(new StripeMetadata("test"));

    @Test
    void stripeTakesNoMoreTypesInOneQuestion() {
        assertThat(StripeEvents.WANTED).hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            payment_intent.succeeded             | {"id":"pi_1","customer":"cus_1"}
            payment_intent.payment_failed        | {"id":"pi_1"}
            payment_intent.canceled              | {"id":"pi_1"}
            charge.refunded                      | {"id":"ch_1","payment_intent":"pi_1"}
            refund.created                       | {"id":"re_1","payment_intent":"pi_1"}
            refund.failed                        | {"id":"re_1","payment_intent":{"id":"pi_1","object":"payment_intent"}}
            charge.dispute.funds_withdrawn       | {"id":"du_1","payment_intent":"pi_1"}
            radar.early_fraud_warning.created    | {"id":"issfr_1","payment_intent":"pi_1"}
            """)
    void tellsWhichPaymentToLookAt(String type, String object) {
        assertThat(news(type, object, null)).isEqualTo(new PaymentChanged(new PaymentReference("pi_1")));
    }

    @Test
    void tellsWhoseCardsToLookAt() {
        CardsChanged unsaid = new CardsChanged(new CustomerReference("cus_1"), null);

        assertThat(news("payment_method.attached", "{\"id\":\"pm_1\",\"customer\":\"cus_1\"}", null))
                .isEqualTo(unsaid);
        assertThat(news("payment_method.detached", "{\"id\":\"pm_1\",\"customer\":null}", "{\"customer\":\"cus_1\"}"))
                .isEqualTo(unsaid);
        assertThat(news(
                        "setup_intent.succeeded",
                        "{\"id\":\"seti_1\",\"customer\":\"cus_1\",\"metadata\":{\"account_id\":\"alice\",\"env\":\"test\"}}",
                        null))
                .isEqualTo(new CardsChanged(new CustomerReference("cus_1"), new AccountId("alice")));
        assertThat(news("customer.deleted", "{\"id\":\"cus_1\",\"metadata\":{\"env\":\"test\"}}", null))
                .isEqualTo(new CustomerDeleted(new CustomerReference("cus_1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invoice.paid                 | {"id":"in_1"}
            payment_intent.created       | {"id":"pi_1"}
            customer.created             | {"id":"cus_1"}
            customer.subscription.deleted| {"id":"sub_1","customer":"cus_1"}
            charge.refunded              | {"id":"ch_1","payment_intent":null}
            refund.created               | {"id":"re_1"}
            payment_method.attached      | {"id":"pm_1"}
            setup_intent.succeeded       | {"id":"seti_1","customer":"cus_1","metadata":{"account_id":"alice","env":"elsewhere"}}
            customer.deleted             | {"id":"cus_1","metadata":{"env":"elsewhere"}}
            payment_intent.succeeded     | []
            payment_intent.succeeded     | {"id":7}
            """)
    void isSilentAboutTheRest(String type, String object) {
        assertThat(news(type, object, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "null",
                "{}",
                "{\"id\":\"evt_1\",\"type\":\"x.y\"}",
                "{\"id\":\"evt_1\",\"created\":1}",
                "{\"type\":\"x.y\",\"created\":1}",
                "{\"id\":\"evt_1\",\"type\":\"x.y\",\"created\":\"now\"}",
                "{\"id\":\"evt_1\",\"type\":\"x.y\",\"created\":99999999999999999999}",
                "{\"id\":\"evt_1\",\"type\":\"x.y\",\"created\":9223372036854775807}",
                "{\"id\":\"evt_1\",\"type\":\"x.y\",\"created\":-1}",
                "{\"id\":\"evt_\\u0000\",\"type\":\"x.y\",\"created\":1}",
                "{\"id\":\"evt_1\",\"type\":\"\\ud800\",\"created\":1}"
            })
    void refusesWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> events.notice(JsonMapper.shared().readTree(json)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private @Nullable PaymentNews news(String type, String object, @Nullable String before) {
        String data = "{\"object\":" + object + (before == null ? "" : ",\"previous_attributes\":" + before) + "}";
        return events.notice(JsonMapper.shared()
                        .readTree("{\"id\":\"evt_1\",\"type\":\"" + type + "\",\"created\":1788264000,\"data\":" + data
                                + "}"))
                .news();
    }
}
