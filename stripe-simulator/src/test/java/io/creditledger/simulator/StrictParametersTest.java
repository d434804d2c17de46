package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictParametersTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount=1000&currency=usd&foo=1                         | parameter_unknown         | foo
            amount=1000&currency=usd&off_session=true              |                           | off_session
            amount=1000&currency=usd&automatic_payment_methods[x]=1&automatic_payment_methods[enabled]=true | parameter_unknown | automatic_payment_methods[x]
            currency=usd                                           | parameter_missing         | amount
            amount=1000                                            | parameter_missing         | currency
            amount=ten&currency=usd                                | parameter_invalid_integer | amount
            amount=&currency=usd                                   | parameter_invalid_empty   | amount
            amount=0&currency=usd                                  | parameter_invalid_integer | amount
            amount=49&currency=usd                                 | amount_too_small          | amount
            amount=100000000&currency=usd                          | amount_too_large          | amount
            amount=1000&currency=zzz                               | parameter_invalid_enum    | currency
            amount=1000&currency=usd&setup_future_usage=sometimes  | parameter_invalid_enum    | setup_future_usage
            amount=1000&currency=usd&confirm=yes                   | parameter_invalid_boolean | confirm
            amount=1000&currency=usd&customer=cus_nobody           | resource_missing          | customer
            amount=1000&currency=usd&payment_method=pm_nothing     | resource_missing          | payment_method
            amount=1000&currency=usd&metadata=text                 | parameter_invalid_object  | metadata
            amount=1000&currency=usd&payment_method_types=card     | parameter_invalid_array   | payment_method_types
            amount=1000&currency=usd&expand[]=nonsense             |                           | expand
            amount=1000&currency=usd&capture_method=manual         | parameter_invalid_enum    | capture_method
            """)
    void whatIsNotInOrderIsRefusedAndChangesNothing(String parameters, String code, String parameter) {
        Reply refused = stripe.post("/v1/payment_intents", parameters.split("&", -1));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("type")).isEqualTo("invalid_request_error");
        assertThat(refused.error("code")).isEqualTo(code == null ? "" : code);
        assertThat(refused.error("param")).isEqualTo(parameter);
        assertThat(stripe.happened()).isEmpty();
    }

    @Test
    void tellsTheNameOfTheUnknownParameter() {
        Reply refused = stripe.post("/v1/customers", "nickname=Bob");

        assertThat(refused.error("message")).isEqualTo("Received unknown parameter: nickname");
    }

    @Test
    void anUnknownIdIsNotFound() {
        Reply missing = stripe.get("/v1/payment_intents/pi_x");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.error("code")).isEqualTo("resource_missing");
        assertThat(missing.error("message")).isEqualTo("No such payment_intent: 'pi_x'");
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertThat(stripe.get("/v1/subscriptions").status()).isEqualTo(404);
    }

    @Test
    void tooLongABodyIsRefused() {
        assertThat(stripe.post("/v1/customers", "description=" + "x".repeat(1 << 20))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aBodyInJsonIsRefused() {
        Reply refused = stripe.send(stripe.request("/v1/customers", Simulation.SECRET_KEY)
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void anEmptyTextUnsetsAFieldAndAnEmptyMetadataValueItsKey() {
        String customer = stripe.post("/v1/customers", "name=Ada", "metadata[a]=1", "metadata[b]=2")
                .id();

        Reply changed = stripe.post("/v1/customers/" + customer, "name=", "metadata[a]=");

        assertThat(changed.body().get("name").isNull()).isTrue();
        assertThat(changed.body().get("metadata").toString()).isEqualTo("{\"b\":\"2\"}");
    }

    @Test
    void metadataHasLimits() {
        assertThat(stripe.post("/v1/customers", "metadata[" + "k".repeat(41) + "]=1")
                        .status())
                .isEqualTo(400);
        assertThat(stripe.post("/v1/customers", "metadata[k]=" + "v".repeat(501))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoeverMayBeLedAwayNeedsAPlaceToComeBackTo() {
        Reply refused = stripe.post(
                "/v1/payment_intents",
                "amount=1000",
                "currency=usd",
                "payment_method=pm_card_visa",
                "confirm=true",
                "automatic_payment_methods[enabled]=true");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error("param")).isEqualTo("return_url");
    }

    @Test
    void echoesTheVersionAndNamesTheRequest() {
        Reply reply = stripe.send(stripe.request("/v1/customers", Simulation.SECRET_KEY)
                .header("Stripe-Version", "2026-05-27.dahlia")
                .GET());

        assertThat(reply.headers().firstValue("Stripe-Version")).hasValue("2026-05-27.dahlia");
        assertThat(reply.headers().firstValue("Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
    }
}
