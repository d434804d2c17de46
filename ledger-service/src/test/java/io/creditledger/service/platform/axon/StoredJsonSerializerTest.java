package io.creditledger.service.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.events.AccountOpened;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredJsonSerializerTest {

    private final Serializer stored = SerializersForTests.ofEvents();

    /** What metadata may hold, and what somebody could have written into it past the ledger. */
    static Stream<String> metadata() {
        return Stream.of("{}", """
                {"idempotencyKey":"order-1","requestFingerprint":"f","actor":"key:k","correlationId":"c"}""", """
                {"text":"\\u00e9\\n","none":null,"yes":true,"whole":7,"more":12345678901,"most":123456789012345678901,"part":1.10}""", """
                {"list":[1,"two",[3.0]],"map":{"a":{"b":null}}}""");
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void readsMetadataAsAxonDoes(String json) {
        Serializer axon = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(SerializationConfiguration::tolerant)
                .build();

        MetaData read = stored.deserialize(new SerializedMetaData<>(json, String.class));

        assertThat(read).isEqualTo(axon.deserialize(new SerializedMetaData<>(json, String.class)));
    }

    @Test
    void readsTextAndBytesAlike() {
        AccountOpened opened = new AccountOpened(new AccountId("acme"), "Acme Inc.", Metadata.NONE);
        SerializedObject<String> text = stored.serialize(opened, String.class);
        byte[] bytes = text.getData().getBytes(StandardCharsets.UTF_8);

        assertThat(text.getType().getName()).isEqualTo("AccountOpened");
        assertThat(stored.<String, Object>deserialize(text)).isEqualTo(opened);
        assertThat(stored.<byte[], Object>deserialize(
                        new SimpleSerializedObject<>(bytes, byte[].class, text.getType())))
                .isEqualTo(opened);
    }

    @Test
    void givesWhatItDoesNotKnowAsUnknown() {
        SerializedObject<String> newer =
                new SimpleSerializedObject<>("{\"x\":1}", String.class, "CreditsTeleported", null);

        Object read = stored.deserialize(newer);

        assertThat(read).isInstanceOf(UnknownSerializedType.class);
        assertThat(((UnknownSerializedType) read).serializedType().getName()).isEqualTo("CreditsTeleported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"accountId\":\"no such / id\"}", "{\"accountId\":\"acme\"} and more"})
    void refusesWhatIsNoFact(String json) {
        SerializedObject<String> broken = new SimpleSerializedObject<>(json, String.class, "AccountOpened", null);

        assertThatThrownBy(() -> stored.deserialize(broken)).isInstanceOf(SerializationException.class);
    }
}
