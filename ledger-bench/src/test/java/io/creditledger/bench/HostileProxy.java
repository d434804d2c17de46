package io.creditledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What may stand between a client and the ledger: it passes requests on, unless it was told to do something worse with them. */
final class HostileProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 8_192;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String STREAM_HEAD = "HTTP/1.1 200\r\nContent-Type: %s\r\nConnection: close\r\n\r\n";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int ledgerPort;
    private final Queue<Mischief> ahead = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Socket> open = new ConcurrentLinkedDeque<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What happens to one request. */
    sealed interface Mischief {

        record PassOn() implements Mischief {}

        /** The ledger does what was asked for, and the answer is lost. */
        record LoseAnswer() implements Mischief {}

        /** The answer breaks off after so many bytes. */
        record Cut(int bytes) implements Mischief {}

        /** The ledger never hears of it. */
        record Answer(int status, String headers) implements Mischief {}

        /** An answer that never ends. */
        record Flood() implements Mischief {}

        /** An answer that begins, and then nothing. */
        record Stall(String contentType) implements Mischief {}
    }

    /** The head of a request that came in. */
    record Request(String head) {

        @Nullable
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    HostileProxy(int ledgerPort) throws IOException {
        this.ledgerPort = ledgerPort;
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Has these happen to the next requests, one each; those after them are passed on. */
    HostileProxy next(Mischief... mischiefs) {
        ahead.addAll(List.of(mischiefs));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    /** Opens once a client has hung up on a flood. */
    CountDownLatch hungUp() {
        return hungUp;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = headOf(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            Request request = new Request(head);
            requests.add(request);
            String length = request.header("Content-Length");
            byte[] body = client.getInputStream().readNBytes(length == null ? 0 : Integer.parseInt(length));
            Mischief mischief = ahead.poll();
            happen(mischief == null ? new Mischief.PassOn() : mischief, client, request, body);
        } catch (IOException gone) {
            // One of both has hung up, which is what this is for.
        } finally {
            open.remove(client);
        }
    }

    private void happen(Mischief mischief, Socket client, Request request, byte[] body) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (mischief) {
            case Mischief.PassOn() -> passOn(request, body, out, Integer.MAX_VALUE);
            case Mischief.LoseAnswer() -> {
                passOn(request, body, OutputStream.nullOutputStream(), Integer.MAX_VALUE);
                client.setSoLinger(true, 0);
            }
            case Mischief.Cut(int bytes) -> passOn(request, body, out, bytes);
            case Mischief.Answer(int status, String headers) ->
                write(out, "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n");
            case Mischief.Flood() -> flood(out);
            case Mischief.Stall(String contentType) -> {
                write(out, STREAM_HEAD.formatted(contentType) + ":");
                int _ = client.getInputStream().read();
            }
        }
    }

    private void passOn(Request request, byte[] body, OutputStream out, int mostBytes) throws IOException {
        try (Socket ledger = new Socket(InetAddress.getLoopbackAddress(), ledgerPort)) {
            open.add(ledger);
            write(ledger.getOutputStream(), request.head() + "\r\nConnection: close\r\n\r\n");
            ledger.getOutputStream().write(body);
            byte[] buffer = new byte[BUFFER_BYTES];
            int left = mostBytes;
            int read = 0;
            while (left > 0 && read >= 0) {
                read = ledger.getInputStream().read(buffer, 0, Math.min(left, buffer.length));
                if (read > 0) {
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
            open.remove(ledger);
        }
    }

    private void flood(OutputStream out) throws IOException {
        write(out, STREAM_HEAD.formatted("application/json"));
        try {
            while (!socket.isClosed()) {
                out.write(new byte[BUFFER_BYTES]);
            }
        } finally {
            hungUp.countDown();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Up to the empty line, which is left out; empty when the client has hung up. */
    private static String headOf(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < END_OF_HEAD.length()
                || head.lastIndexOf(END_OF_HEAD) != head.length() - END_OF_HEAD.length()) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.substring(0, head.length() - END_OF_HEAD.length());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : open) {
            each.close();
        }
        threads.shutdownNow();
    }
}
