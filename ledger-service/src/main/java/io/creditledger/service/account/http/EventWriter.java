package io.creditledger.service.account.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes Server-Sent Events. */
final class EventWriter {

    private final HttpServletResponse response;
    private final JsonMapper json;

    EventWriter(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /** Tells the reader how long to wait before it connects again, and that the stream has begun. */
    void open() throws IOException {
        write("retry: 2000\n\n");
        flush();
    }

    void event(String name, long revision, Object data) throws IOException {
        write("id: " + revision + "\nevent: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    /** A comment, by which both sides and all between them see that the other is there. */
    void heartbeat() throws IOException {
        write(": heartbeat\n\n");
        flush();
    }

    void flush() throws IOException {
        response.flushBuffer();
    }

    private void write(String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
