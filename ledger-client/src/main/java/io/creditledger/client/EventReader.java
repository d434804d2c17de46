package io.creditledger.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads Server-Sent Events from bytes that arrive in pieces cut anywhere. An event counts only once it has ended. */
final class EventReader {

    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    private final int mostBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private String id = "";

    /**
     * Of one connection.
     *
     * @param mostBytes how large a line or an event may be
     */
    EventReader(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * The events that a piece completes, in order.
     *
     * @throws IOException if a line or an event is larger than it may be
     */
    List<StreamEvent> read(ByteBuffer piece) throws IOException {
        List<StreamEvent> completed = new ArrayList<>();
        while (piece.hasRemaining()) {
            byte next = piece.get();
            if (next == '\n') {
                endLine(completed);
            } else {
                line.write(next);
                requireSmall(line.size());
            }
        }
        return completed;
    }

    private void endLine(List<StreamEvent> completed) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        text = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (text.isEmpty()) {
            complete(completed);
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        take(field, value.startsWith(" ") ? value.substring(1) : value);
    }

    private void take(String field, String value) throws IOException {
        switch (field) {
            case "event" -> name = value;
            case "id" -> id = value;
            case "data" -> {
                data.append(data.isEmpty() ? "" : "\n").append(value);
                requireSmall(data.length());
            }
            default -> {
                // A comment, which is a sign of life, or a field of a later ledger.
            }
        }
    }

    private void complete(List<StreamEvent> completed) {
        if (!name.isEmpty() && !data.isEmpty() && REVISION.matcher(id).matches()) {
            completed.add(new StreamEvent(name, Long.parseLong(id), data.toString()));
        }
        name = "";
        data.setLength(0);
    }

    private void requireSmall(int bytes) throws IOException {
        if (bytes > mostBytes) {
            throw new IOException("an event of more than " + mostBytes + " bytes");
        }
    }
}
