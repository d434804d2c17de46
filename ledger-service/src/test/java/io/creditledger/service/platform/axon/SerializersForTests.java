package io.creditledger.service.platform.axon;

import org.axonframework.serialization.Serializer;

/** The serializers as the application has them. */
public final class SerializersForTests {

    private SerializersForTests() {}

    public static Serializer ofSnapshots() {
        return new SerializationConfiguration().snapshotSerializer();
    }

    public static Serializer ofEvents() {
        return new SerializationConfiguration().eventSerializer();
    }
}
