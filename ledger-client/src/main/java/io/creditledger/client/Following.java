package io.creditledger.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account that is followed, by a thread of its own that tells one listener. When the connection breaks off or falls silent it
 * is made again, and goes on where it was. It ends when it is closed, when the ledger refuses, or when the listener throws.
 */
public final class Following implements AutoCloseable {

    private static final int OK = 200;
    private static final String EVENT_STREAM = "text/event-stream";

    private final Wire wire;
    private final String path;
    private final Place place;
    private final Consumer<? super Happening> listener;
    private final Terms terms;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile Runnable stop = () -> {};
    private volatile OptionalLong revision;
    private long told;

    /**
     * How patient it is.
     *
     * @param answer how long the ledger may take to begin its answer
     * @param silence how long it may say nothing then
     * @param backoff between connections
     */
    record Terms(Duration answer, Duration silence, Backoff backoff) {}

    private Following(Wire wire, String path, @Nullable Long after, Consumer<? super Happening> listener, Terms terms) {
        this.wire = wire;
        this.path = path;
        this.place = new Place(after);
        this.revision = place.revision();
        this.listener = listener;
        this.terms = terms;
        this.thread = Thread.ofVirtual().name("follows " + path).unstarted(this::run);
    }

    static Following start(
            Wire wire, String path, @Nullable Long after, Consumer<? super Happening> listener, Terms terms) {
        Following following = new Following(wire, path, after, listener, terms);
        following.thread.start();
        return following;
    }

    /** The revision to follow from after this has ended; empty when nothing was heard and none was given. */
    public OptionalLong revision() {
        return revision;
    }

    /** Whether it has ended. */
    public boolean isEnded() {
        return end.isDone();
    }

    /**
     * Waits for the end.
     *
     * @throws Refused if the ledger refuses, as when the key is not valid any more or there is no such account
     * @throws HistoryReplaced if the account is not as far as it was
     * @throws Unanswered if something was told that this client does not understand
     */
    public void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /** Ends it. When this returns, the listener is not told anything any more, unless it is the listener that calls. */
    @Override
    public void close() {
        closing.countDown();
        stop.run();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Whoever closes either sees how, or is seen. */
    private void stopBy(Runnable how) {
        stop = how;
        if (isClosing()) {
            how.run();
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private void run() {
        try {
            int failures = 0;
            while (!isClosing()) {
                long before = told;
                Duration asked = listen();
                failures = told > before ? 1 : failures + 1;
                boolean _ = closing.await(terms.backoff().after(failures, asked).toNanos(), TimeUnit.NANOSECONDS);
            }
            end.complete(null);
        } catch (Exception | Error failed) {
            end.completeExceptionally(failed);
        }
    }

    /** Until the connection breaks off; gives how long the ledger wants to be left alone, null if it said nothing. */
    private @Nullable Duration listen() throws InterruptedException {
        OptionalLong reached = place.revision();
        try {
            var opening = wire.open(path, reached.isPresent() ? reached.getAsLong() : null);
            stopBy(() -> opening.cancel(true));
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = Wire.await(opening, terms.answer());
            try (Pieces pieces = new Pieces()) {
                stopBy(pieces::close);
                response.body().subscribe(pieces);
                if (response.statusCode() != OK) {
                    return refusal(response, pieces);
                }
                requireEvents(response);
                hear(pieces);
                return null;
            }
        } catch (IOException | CancellationException brokenOff) {
            return null;
        }
    }

    private static void requireEvents(HttpResponse<?> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith(EVENT_STREAM)) {
            throw new IOException("not a stream of events: " + type);
        }
    }

    private @Nullable Duration refusal(HttpResponse<?> response, Pieces pieces)
            throws IOException, InterruptedException {
        RawAnswer answer = RawAnswer.of(
                response.statusCode(),
                response.headers(),
                wire.clock().instant(),
                pieces.all(wire.mostBytes(), terms.answer()));
        if (answer.mayPass() || answer.isFailure()) {
            return answer.retryAfter();
        }
        throw new Refused(answer.problem(), null, 1);
    }

    private void hear(Pieces pieces) throws IOException, InterruptedException {
        EventReader reader = new EventReader(wire.mostBytes());
        List<ByteBuffer> piece = pieces.next(terms.silence());
        while (!piece.isEmpty()) {
            for (ByteBuffer buffer : piece) {
                for (StreamEvent event : reader.read(buffer)) {
                    tell(event);
                }
            }
            pieces.more();
            piece = pieces.next(terms.silence());
        }
    }

    private void tell(StreamEvent event) {
        Happening happening = understood(event);
        if (happening != null && !isClosing() && place.isNews(happening)) {
            listener.accept(happening);
            place.told(happening);
            revision = place.revision();
            told++;
        }
    }

    private static @Nullable Happening understood(StreamEvent event) {
        try {
            return Json.happening(event).orElse(null);
        } catch (IOException unreadable) {
            throw new Unanswered("an event can't be understood: " + event.name(), unreadable, null, 1);
        }
    }
}
