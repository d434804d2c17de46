package io.creditledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String STREAM = """
            retry: 2000

            id: 4
            event: transaction
            data: {"description":"Größe 😀"}

            : heartbeat

            id: 5
            event: balance
            data: {"revision":
            data: 5}

            """;

    private static final List<StreamEvent> EVENTS = List.of(
            new StreamEvent("transaction", 4, "{\"description\":\"Größe 😀\"}"),
            new StreamEvent("balance", 5, "{\"revision\":\n5}"));

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void understandsAStreamThatIsCutAnywhere(String lineEnd) throws IOException {
        byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            EventReader reader = new EventReader(100);
            List<StreamEvent> events = new ArrayList<>(reader.read(ByteBuffer.wrap(bytes, 0, cut)));
            events.addAll(reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut)));
            assertThat(events).as("cut at %d", cut).isEqualTo(EVENTS);
        }
    }

    @Test
    void anEventThatHasNotEndedHasNotHappened() throws IOException {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        List<StreamEvent> events = new EventReader(100).read(ByteBuffer.wrap(bytes, 0, bytes.length - 1));
        assertThat(events).containsExactly(EVENTS.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: balance\ndata: {}\n\n",
                "id: x\nevent: balance\ndata: {}\n\n",
                "id: -1\nevent: balance\ndata: {}\n\n",
                "id: 99999999999999999999\nevent: balance\ndata: {}\n\n",
                "id: 1\ndata: {}\n\n",
                "id: 1\nevent: balance\n\n"
            })
    void leavesOutWhatIsNoEventOfTheLedger(String text) throws IOException {
        assertThat(read(new EventReader(100), text)).isEmpty();
    }

    @Test
    void takesNoMoreThanItMay() {
        assertThatThrownBy(() -> read(new EventReader(100), "data: " + "x".repeat(100)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(new EventReader(100), ("data: " + "x".repeat(50) + "\n").repeat(2)))
                .isInstanceOf(IOException.class);
    }

    private static List<StreamEvent> read(EventReader reader, String text) throws IOException {
        return reader.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
