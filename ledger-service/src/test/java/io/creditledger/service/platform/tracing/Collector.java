package io.creditledger.service.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Takes traces as OpenTelemetry sends them, protocol buffers over HTTP, and reads of them what tests ask for. */
final class Collector implements AutoCloseable {

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** A step of a trace; ids in hexadecimal, the parent's empty where there is none. */
    record Span(String trace, String id, String parent, String name) {}

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Those of a ledger that sends its traces here, at once, and follows only what its caller does. */
    String[] properties(String... more) {
        return Stream.concat(
                        Stream.of(
                                "ledger.traces.address=" + address(),
                                "management.tracing.sampling.probability=0",
                                "management.opentelemetry.tracing.export.schedule-delay=50ms"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The steps of a trace, when these are among them. */
    List<Span> awaited(String trace, String... names) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> of(trace),
                        steps -> steps.stream().map(Span::name).toList().containsAll(List.of(names)));
    }

    static Span named(List<Span> spans, String name) {
        List<Span> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as("%s, of %s", name, spans).hasSize(1);
        return found.getFirst();
    }

    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            // ExportTraceServiceRequest, ResourceSpans, ScopeSpans, Span.
            ByteBuffer request = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
            parts(request, 1, resource -> parts(resource, 2, scope -> parts(scope, 2, this::keep)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(ByteBuffer span) {
        String[] texts = {"", "", "", ""};
        fields(span, (number, value) -> {
            switch (number) {
                case 1 -> texts[0] = hex(value);
                case 2 -> texts[1] = hex(value);
                case 4 -> texts[2] = hex(value);
                case 5 -> texts[3] = StandardCharsets.UTF_8.decode(value).toString();
                default -> {}
            }
        });
        spans.add(new Span(texts[0], texts[1], texts[2], texts[3]));
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return HexFormat.of().formatHex(copy);
    }

    private static void parts(ByteBuffer message, int wanted, java.util.function.Consumer<ByteBuffer> taker) {
        fields(message, (number, value) -> {
            if (number == wanted) {
                taker.accept(value);
            }
        });
    }

    /** The fields of a message that have a length; numbers are passed over. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> taker) {
        message.order(ByteOrder.LITTLE_ENDIAN);
        while (message.hasRemaining()) {
            long tag = number(message);
            switch ((int) (tag & 7)) {
                case 0 -> number(message);
                case 1 -> message.getLong();
                case 5 -> message.getInt();
                case 2 -> {
                    int length = (int) number(message);
                    taker.accept((int) (tag >>> 3), message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                default -> throw new IllegalArgumentException("no such kind of field");
            }
        }
    }

    private static long number(ByteBuffer message) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
