package io.creditledger.service.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes onto the wire: nothing in it is checked, escaped or completed.
 *
 * @param query names and values as they are written, with an equals sign between them
 * @param chunked whether the body comes in chunks, without a word of its length
 */
// Requests are never compared.
@SuppressWarnings("ArrayRecordComponent")
record RawRequest(
        String method, String path, List<String> query, List<Header> headers, byte @Nullable [] body, boolean chunked) {

    record Header(String name, String value) {}

    RawRequest withMethod(String other) {
        return new RawRequest(other, path, query, headers, body, chunked);
    }

    RawRequest withPath(String other) {
        return new RawRequest(method, other, query, headers, body, chunked);
    }

    RawRequest withQuery(String parameter) {
        List<String> more = new ArrayList<>(query);
        more.add(parameter);
        return new RawRequest(method, path, more, headers, body, chunked);
    }

    RawRequest withHeader(String name, String value) {
        return changingHeaders(those -> {
            those.add(new Header(name, value));
            return those;
        });
    }

    RawRequest withoutHeader(String name) {
        return changingHeaders(those -> {
            those.removeIf(header -> header.name().equalsIgnoreCase(name));
            return those;
        });
    }

    private RawRequest changingHeaders(UnaryOperator<List<Header>> change) {
        return new RawRequest(method, path, query, change.apply(new ArrayList<>(headers)), body, chunked);
    }

    RawRequest withBody(byte[] other) {
        return new RawRequest(method, path, query, headers, other, chunked);
    }

    RawRequest withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    RawRequest inChunks() {
        return new RawRequest(method, path, query, headers, body, true);
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null && chunked) {
            out.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(body);
            out.writeBytes((body.length == 0 ? "\r\n" : "\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        } else if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private String head() {
        String length = body == null
                ? ""
                : chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + body.length + "\r\n";
        return method + " " + target() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + length
                + headers.stream()
                        .map(header -> header.name() + ": " + header.value() + "\r\n")
                        .collect(Collectors.joining())
                + "\r\n";
    }

    /** Short enough for a report. */
    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return abridged(method + " " + target() + " " + headers) + " " + abridged(text);
    }

    static String abridged(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 400 ? visible : visible.substring(0, 400) + "... (" + visible.length() + ")";
    }
}
