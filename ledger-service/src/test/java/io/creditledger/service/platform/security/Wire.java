package io.creditledger.service.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An answer as its bytes came, to a request that no client would send. */
record Wire(String text) {

    /** Sends the lines as they are, the first of which is the request line. */
    static Wire send(int port, String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return send(socket, lines);
        }
    }

    static Wire send(Socket socket, String... lines) throws IOException {
        String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new Wire(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    int status() {
        return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    List<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return Arrays.stream(text.split("\r\n\r\n", 2)[0].split("\r\n"))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }
}
