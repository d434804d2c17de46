package io.creditledger.simulator.browser;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a browser gets. */
public record Page(int status, String contentType, String content, Map<String, String> headers) {

    static Page of(String contentType, String content, Map<String, String> headers) {
        return new Page(200, contentType + "; charset=utf-8", content, headers);
    }

    static Page notFound() {
        return new Page(404, "text/plain; charset=utf-8", "There is no such page.\n", Map.of());
    }

    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
