package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Server-Sent Events one by one, waiting for the next. */
public final class EventStreamReader implements AutoCloseable {

    private final BufferedReader lines;

    public EventStreamReader(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /**
     * One event.
     *
     * @param id the revision that it bears
     */
    public record Event(long id, String name, JsonNode data) {}

    /** The next event with the name; those with other names before it are passed over. */
    public Event next(String name) {
        Event event = next();
        while (!event.name().equals(name)) {
            event = next();
        }
        return event;
    }

    public Event next() {
        String id = "-1";
        String name = "";
        while (true) {
            String line = line();
            if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                JsonNode data = JsonMapper.shared().readTree(line.substring("data: ".length()));
                return new Event(Long.parseLong(id), name, data);
            }
        }
    }

    /**
     * Reads until the other side ends the stream, as it does when it stops. The web server may close the connection before the
     * last chunk is out; to a reader, who connects again either way, that is an end as well.
     */
    public void awaitEnd() {
        try {
            while (lines.readLine() != null) {
                // What is said before the end is of no interest.
            }
        } catch (IOException cut) {
            assertThat(cut).hasMessageContaining("closed");
        }
    }

    private String line() {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("the stream has ended");
            }
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
