package io.creditledger.service.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came back, read by the letter: an answer that breaks off is none. */
record RawAnswer(int status, Map<String, String> headers, String body) {

    private static final int PATIENCE_MILLIS = 20_000;

    static RawAnswer to(RawRequest request, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(request, socket);
            return read(new BufferedInputStream(socket.getInputStream()), request.method());
        }
    }

    private static void write(RawRequest request, Socket socket) {
        try {
            socket.getOutputStream().write(request.bytes());
        } catch (IOException refused) {
            // Whoever has read enough to refuse need not read the rest: the answer may be there.
        }
    }

    private static RawAnswer read(InputStream in, String method) throws IOException {
        List<String> head = head(in);
        while (head.getFirst().startsWith("HTTP/1.1 100")) {
            head = head(in);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.stream()
                .skip(1)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip()));
        int status = Integer.parseInt(head.getFirst().substring(9, 12));
        String body = method.equals("HEAD") || status == 204 ? "" : body(in, headers);
        return new RawAnswer(status, headers, body);
    }

    private static List<String> head(InputStream in) throws IOException {
        return until(in, "\r\n\r\n").strip().lines().toList();
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
            boolean endless = headers.getOrDefault("Content-Type", "").startsWith("text/event-stream");
            return endless ? chunk(in) : chunks(in);
        }
        String length = headers.get("Content-Length");
        byte[] bytes = length == null ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] chunk = bytesOfChunk(in); chunk.length > 0; chunk = bytesOfChunk(in)) {
            body.writeBytes(chunk);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String chunk(InputStream in) throws IOException {
        return new String(bytesOfChunk(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytesOfChunk(InputStream in) throws IOException {
        byte[] chunk = exactly(in, Integer.parseInt(until(in, "\r\n").strip(), 16));
        until(in, "\r\n");
        return chunk;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer breaks off");
        }
        return bytes;
    }

    private static String until(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, Math.max(0, text.length() - end.length())) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the answer breaks off after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** Without its parameters. */
    String mediaType() {
        return headers.getOrDefault("Content-Type", "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
