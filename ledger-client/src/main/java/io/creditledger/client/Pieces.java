package io.creditledger.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of an answer, piece by piece: the next one is asked for when the last one is done with, so none pile up. */
final class Pieces implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

    /** A piece, the end of the body, and the end of us. */
    private static final int MOST_WAITING = 3;

    private final BlockingQueue<Piece> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    private sealed interface Piece {

        record Bytes(List<ByteBuffer> buffers) implements Piece {}

        record End() implements Piece {}

        record Broken(Throwable why) implements Piece {}
    }

    /**
     * The next piece; empty at the end.
     *
     * @throws IOException if the body breaks off, or nothing comes for so long
     */
    List<ByteBuffer> next(Duration silence) throws IOException, InterruptedException {
        Piece piece = waiting.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        return switch (piece) {
            case null -> throw new HttpTimeoutException("nothing heard for " + silence.toMillis() + " ms");
            case Piece.End() -> List.of();
            case Piece.Broken(Throwable why) -> throw new IOException("the answer broke off", why);
            case Piece.Bytes(List<ByteBuffer> buffers) -> buffers;
        };
    }

    /** Says that the last piece is done with. */
    void more() {
        Flow.Subscription source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    /**
     * All that there is.
     *
     * @param mostBytes how much that may be
     * @param silence how long the next piece may take
     */
    String all(int mostBytes, Duration silence) throws IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (List<ByteBuffer> piece = next(silence); !piece.isEmpty(); piece = next(silence)) {
            for (ByteBuffer buffer : piece) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                all.writeBytes(bytes);
            }
            if (all.size() > mostBytes) {
                throw new IOException("an answer of more than " + mostBytes + " bytes");
            }
            more();
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = source;
        if (closed) {
            source.cancel();
        } else {
            source.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        boolean isEmpty = buffers.stream().noneMatch(ByteBuffer::hasRemaining);
        if (isEmpty) {
            more();
        } else {
            waiting.add(new Piece.Bytes(buffers));
        }
    }

    @Override
    public void onError(Throwable why) {
        waiting.offer(new Piece.Broken(why));
    }

    @Override
    public void onComplete() {
        waiting.offer(new Piece.End());
    }

    /** Lets go of the connection; whoever waits for a piece waits no longer. */
    @Override
    public void close() {
        closed = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
        waiting.offer(new Piece.End());
    }
}
