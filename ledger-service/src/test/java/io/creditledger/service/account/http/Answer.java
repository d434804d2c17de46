package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger answered over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

    public static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The number at the JSON pointer. */
    public long number(String pointer) {
        return json().at(pointer).asLong();
    }

    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    public boolean isReplayed() {
        return header("Idempotency-Replayed").equals(Optional.of("true"));
    }

    public Answer is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** Checks that this is a complete problem, or, without a slug, no problem. */
    public Answer isProblem(int expected, @Nullable String slug) {
        is(expected);
        if (slug != null) {
            assertThat(header("Content-Type")).hasValue("application/problem+json");
            assertThat(text("/type")).isEqualTo("https://creditledger.io/problems/" + slug);
            assertThat(number("/status")).isEqualTo(expected);
            assertThat(text("/title")).isNotBlank();
            assertThat(text("/detail")).isNotBlank();
            assertThat(header("Retry-After").isPresent()).isEqualTo(expected == 429 || expected == 503);
        }
        return this;
    }

    public Iterable<String> badFields() {
        return json().at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString())
                .toList();
    }
}
