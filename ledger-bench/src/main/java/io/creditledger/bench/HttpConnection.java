package io.creditledger.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection, kept alive, and made anew when the server ends it with an answer. It does the least that is needed: client
 * and server share the processors of the machine, and what a full client spends would be missing from the figures.
 */
final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String CLOSE = "connection: close";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final int HEXADECIMAL = 16;
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final int port;
    private final String commonHeaders;
    private Socket socket;
    private InputStream in;

    HttpConnection(int port, String apiKey) throws IOException {
        this.port = port;
        commonHeaders = "Host: localhost\r\nAuthorization: Bearer " + apiKey + "\r\n";
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private void connectAnew() throws IOException {
        socket.close();
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream());
    }

    record Answer(int status, String text) {

        boolean isSuccess() {
            return status == OK || status == CREATED;
        }
    }

    Answer get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\n" + commonHeaders + "\r\n");
    }

    /** With another key than its own. */
    Answer getWith(String key, String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n\r\n");
    }

    Answer post(String path, String idempotencyKey, String json) throws IOException {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return exchange("POST " + path + " HTTP/1.1\r\n" + commonHeaders + "Idempotency-Key: " + idempotencyKey
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json);
    }

    private Answer exchange(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        String statusLine = line();
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean ends = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lowerCase = header.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith(CONTENT_LENGTH)) {
                length = Integer.parseInt(
                        lowerCase.substring(CONTENT_LENGTH.length()).strip());
            }
            chunked |= lowerCase.equals(CHUNKED);
            ends |= lowerCase.equals(CLOSE);
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (ends) {
            connectAnew();
        }
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), HEXADECIMAL);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
