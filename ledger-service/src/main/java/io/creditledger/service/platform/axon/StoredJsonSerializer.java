package io.creditledger.service.platform.axon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Writes facts and snapshots as JSON under their stored names.
 *
 * <p>Every process reads every fact, so what Axon looks up for each of them is kept here: its class, and how to read it.
 */
final class StoredJsonSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final StoredNames names;

    /** By types that are in the program, so there are no more than that. */
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    StoredJsonSerializer(Builder builder, StoredNames names) {
        super(builder);
        this.names = names;
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the method it overrides
    public Class classForType(SerializedType stored) {
        Class<?> known = stored.getName().equals(METADATA) ? MetaData.class : names.typeOf(stored.getName());
        return known == null ? super.classForType(stored) : known;
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    /** Text is read as it is: Axon would make bytes of it first. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in the method it overrides
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Class<?> type = classForType(stored.getType());
        if (!(stored.getData() instanceof String json) || UnknownSerializedType.class.isAssignableFrom(type)) {
            return super.deserialize(stored);
        }
        try {
            return (T) getReader(type).readValue(json);
        } catch (JacksonException unreadable) {
            throw new SerializationException("Error while deserializing object", unreadable);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the method it overrides
    public SerializedType typeForClass(Class type) {
        SerializedType byClass = super.typeForClass(type);
        return SerializedType.emptyType().equals(byClass)
                ? byClass
                : new SimpleSerializedType(names.storedNameOf(type), byClass.getRevision());
    }
}
