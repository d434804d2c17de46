package io.creditledger.client;

import io.creditledger.api.IdempotencyKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one ledger. Redirects are answers and never followed: the key is for this ledger alone.
 *
 * @param address of the ledger, without a slash at its end
 * @param mostBytes how large the body of an answer may be
 */
record Wire(HttpClient http, String address, String apiKey, int mostBytes, InstantSource clock) {

    /**
     * A request.
     *
     * @param path with its query, from the first slash on
     * @param key null for requests that need none
     * @param body JSON; null for none
     */
    record Call(
            String method,
            String path,
            @Nullable IdempotencyKey key,
            @Nullable String body) {

        static Call get(String path) {
            return new Call("GET", path, null, null);
        }
    }

    /**
     * The answer to a request that is sent once.
     *
     * @param patience how long it may take, the body included
     * @throws IOException if there is none, it comes too late, or it is too large
     */
    RawAnswer exchange(Call call, Duration patience) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(call.path()).header("Accept", "application/json");
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key().value());
        }
        if (call.body() == null) {
            request.method(call.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(call.method(), BodyPublishers.ofString(call.body()));
        }
        BodyHandler<String> bounded = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), mostBytes);
        HttpResponse<String> response = await(http.sendAsync(request.build(), bounded), patience);
        return RawAnswer.of(response.statusCode(), response.headers(), clock.instant(), response.body());
    }

    /** A stream that is being opened; its body is nobody's until somebody subscribes. */
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> open(String path, @Nullable Long lastEventId) {
        HttpRequest.Builder request =
                request(path).header("Accept", "text/event-stream").GET();
        if (lastEventId != null) {
            request.header("Last-Event-ID", Long.toString(lastEventId));
        }
        return http.sendAsync(request.build(), BodyHandlers.ofPublisher());
    }

    private HttpRequest.Builder request(String path) {
        if (http.isTerminated()) {
            throw new IllegalStateException("the client is closed");
        }
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + apiKey);
    }

    /**
     * What comes of it within that time; what does not is given up. A time-out of the request would end with the headers.
     *
     * @throws IOException if nothing does
     */
    static <T> T await(CompletableFuture<T> coming, Duration patience) throws IOException, InterruptedException {
        try {
            return coming.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException noAnswer ? noAnswer : new IOException(failed.getCause());
        } finally {
            coming.cancel(true);
        }
    }
}
