package io.creditledger.projections.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A place in the history that can't be read back is a read model that never starts again. */
class TokenSerializerTest {

    private static final TrackingToken GAPS = new GapAwareTrackingToken(42, List.of(7L, 9L));

    static Stream<TrackingToken> tokens() {
        return Stream.of(
                GAPS,
                new GlobalSequenceTrackingToken(42),
                ReplayToken.createReplayToken(GAPS, null),
                ReplayToken.createReplayToken(
                        new GapAwareTrackingToken(99, List.of()), new GapAwareTrackingToken(3, List.of())),
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(99), new GlobalSequenceTrackingToken(3)),
                new MergedTrackingToken(GAPS, new GapAwareTrackingToken(50, List.of())),
                new ConfigToken(Map.of("id", "store")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void readsBackWhatItWrote(TrackingToken token) {
        Serializer serializer = ProjectionsConfiguration.tokenSerializer();

        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        TrackingToken read = serializer.deserialize(stored);

        assertThat(read).isEqualTo(token);
    }
}
