package io.creditledger.service.platform.axon;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads the metadata of messages as Axon's own does, but finds out once how its values are read, and not with each fact. */
final class MetadataReader extends ValueDeserializer<MetaData> {

    private @Nullable ValueDeserializer<Object> values;

    static SimpleModule module() {
        return new SimpleModule("metadata").addDeserializer(MetaData.class, new MetadataReader());
    }

    /** Called by Jackson before it is used, under a lock. */
    @Override
    public void resolve(DeserializationContext context) {
        JavaType type = context.getTypeFactory().constructMapType(Map.class, String.class, Object.class);
        values = context.findRootValueDeserializer(type);
    }

    @Override
    @SuppressWarnings("unchecked") // it was made for this type
    public MetaData deserialize(JsonParser json, DeserializationContext context) {
        if (values == null) {
            throw new IllegalStateException("not resolved yet");
        }
        return MetaData.from((Map<String, ?>) values.deserialize(json, context));
    }
}
