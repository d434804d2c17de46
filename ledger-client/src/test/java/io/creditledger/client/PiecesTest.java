package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private static final Duration NO_TIME = Duration.ofNanos(1);
    private static final Duration PLENTY = Duration.ofMinutes(1);

    private final Source source = new Source();
    private final Pieces pieces = new Pieces();

    PiecesTest() {
        pieces.onSubscribe(source);
    }

    @Test
    void asksForOnePieceAtATime() throws Exception {
        assertThat(source.asked).isEqualTo(1);
        pieces.onNext(piece("one"));
        assertThat(source.asked).isEqualTo(1);
        assertThat(pieces.next(PLENTY)).isEqualTo(piece("one"));
        pieces.more();
        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void silenceIsNoAnswer() {
        assertThatThrownBy(() -> pieces.next(NO_TIME)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void anEmptyPieceIsNotTheEnd() throws Exception {
        pieces.onNext(piece(""));
        assertThat(source.asked).isEqualTo(2);
        pieces.onNext(piece("two"));
        pieces.onComplete();
        assertThat(pieces.all(10, PLENTY)).isEqualTo("two");
    }

    @Test
    void takesNoMoreThanItMay() {
        pieces.onNext(piece("eleven bytes"));
        assertThatThrownBy(() -> pieces.all(10, PLENTY)).isInstanceOf(IOException.class);
    }

    @Test
    void whatBreaksOffIsNotTheEnd() {
        pieces.onError(new IOException("reset"));
        assertThatThrownBy(() -> pieces.next(PLENTY)).isInstanceOf(IOException.class);
    }

    @Test
    void closingLetsGoAndWakesWhoWaits() throws Exception {
        pieces.close();
        assertThat(source.isCancelled).isTrue();
        assertThat(pieces.next(PLENTY)).isEmpty();
        Source late = new Source();
        pieces.onSubscribe(late);
        assertThat(late.isCancelled).isTrue();
    }

    private static List<ByteBuffer> piece(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Source implements Flow.Subscription {

        private long asked;
        private boolean isCancelled;

        @Override
        public void request(long pieces) {
            asked += pieces;
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }
}
