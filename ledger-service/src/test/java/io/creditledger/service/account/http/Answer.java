package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger answered over HTTP. */
record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The number at the JSON pointer. */
    long number(String pointer) {
        return json().at(pointer).asLong();
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }

    boolean isReplayed() {
        return header("Idempotency-Replayed").equals(Optional.of("true"));
    }

    Answer is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** Checks that this is a complete problem, or, without a slug, no problem. */
    Answer isProblem(int expected, @Nullable String slug) {
        is(expected);
        if (slug != null) {
            assertThat(header("Content-Type")).hasValue("application/problem+json");
            assertThat(text("/type")).isEqualTo("https://creditledger.io/problems/" + slug);
            assertThat(number("/status")).isEqualTo(expected);
            assertThat(text("/title")).isNotBlank();
            assertThat(text("/detail")).isNotBlank();
            assertThat(header("Retry-After").isPresent()).isEqualTo(expected == 503);
        }
        return this;
    }

    Iterable<String> badFields() {
        return json().at("/errors")
                .valueStream()
                .map(error -> error.at("/field").asString())
                .toList();
    }
}
