package io.creditledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.simulator.Simulation.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsTest {

    @AutoClose
    private final Simulation stripe = Simulation.started();

    @Test
    void anEventShowsTheObjectAsItWasThenAndWhoCausedIt() {
        stripe.postWithKey("k1", "/v1/customers", "name=Ada");
        String customer = stripe.get("/v1/customers").text("/data/0/id");
        stripe.post("/v1/customers/" + customer, "name=Grace");

        Reply created = stripe.get("/v1/events", "type=customer.created");
        Reply updated = stripe.get("/v1/events", "type=customer.updated");

        assertThat(created.text("/data/0/data/object/name")).isEqualTo("Ada");
        assertThat(created.text("/data/0/request/idempotency_key")).isEqualTo("k1");
        assertThat(created.text("/data/0/api_version")).isEqualTo("2026-07-29.dahlia");
        assertThat(updated.text("/data/0/data/object/name")).isEqualTo("Grace");
        assertThat(updated.text("/data/0/data/previous_attributes/name")).isEqualTo("Ada");
    }

    @Test
    void pagesHaveEveryEventOnceNewestFirst() {
        for (int i = 0; i < 7; i++) {
            stripe.post("/v1/customers", "name=" + i);
        }
        List<String> names = new ArrayList<>();
        Reply page = stripe.get("/v1/events", "limit=3");
        names.addAll(names(page));
        while (page.body().get("has_more").asBoolean()) {
            String last = page.data().getLast().get("id").asString();
            page = stripe.get("/v1/events", "limit=3", "starting_after=" + last);
            names.addAll(names(page));
        }

        assertThat(names).containsExactly("6", "5", "4", "3", "2", "1", "0");
        String oldest = page.data().getLast().get("id").asString();
        Reply before = stripe.get("/v1/events", "limit=2", "ending_before=" + oldest);
        assertThat(names(before)).containsExactly("2", "1");
        assertThat(before.body().get("has_more").asBoolean()).isTrue();
    }

    private static List<String> names(Reply page) {
        return page.data().stream()
                .map(event -> event.at("/data/object/name").asString())
                .toList();
    }

    @Test
    void eventsAreFoundByTypeAndTime() {
        stripe.paid("pm_card_visa");
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":100}");
        stripe.paid("pm_card_visa");
        long later = stripe.get("/v1/events", "limit=1").number("/data/0/created");

        assertThat(types(stripe.get("/v1/events", "types[]=charge.succeeded", "types[]=payment_intent.succeeded")))
                .hasSize(4);
        assertThat(types(stripe.get("/v1/events", "type=charge.*"))).containsOnly("charge.succeeded");
        assertThat(types(stripe.get("/v1/events", "type=charge.succeeded", "created[gte]=" + later)))
                .hasSize(1);
        assertThat(types(stripe.get("/v1/events", "type=charge.succeeded", "created[lt]=" + later)))
                .hasSize(1);
    }

    private static List<String> types(Reply page) {
        return page.data().stream().map(EventsTest::type).toList();
    }

    private static String type(JsonNode event) {
        return event.get("type").asString();
    }

    @Test
    void eventsAreListedForThirtyDays() {
        stripe.customer();
        stripe.control("PUT", "/clock", "{\"advanceSeconds\":2592001}");

        assertThat(stripe.get("/v1/events").data()).isEmpty();
    }

    @Test
    void aPageHasAtMostAHundred() {
        assertThat(stripe.get("/v1/events", "limit=101").error("code")).isEqualTo("parameter_invalid_integer");
        assertThat(stripe.get("/v1/events", "limit=0").status()).isEqualTo(400);
        assertThat(stripe.get("/v1/events", "starting_after=evt_none").error("code"))
                .isEqualTo("resource_missing");
    }
}
