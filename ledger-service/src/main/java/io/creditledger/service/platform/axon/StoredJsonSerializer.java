package io.creditledger.service.platform.axon;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes facts and snapshots as JSON under their stored names. */
final class StoredJsonSerializer extends Jackson3Serializer {

    private final StoredNames names;

    StoredJsonSerializer(Builder builder, StoredNames names) {
        super(builder);
        this.names = names;
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        return names.classNameOf(serializedType.getName());
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
