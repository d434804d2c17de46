package io.creditledger.service.platform.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.service.account.AccountSnapshots;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How facts, snapshots and messages become JSON. Apart from the JSON of the HTTP border on purpose: what is stored must not
 * change with what is shown.
 */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

    /** For facts and their metadata. A field this version does not know is left alone: a newer version may have written it. */
    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return new StoredJsonSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(SerializationConfiguration::facts),
                new StoredNames());
    }

    /** For snapshots: the fields of the aggregate, so that it needs no getters. */
    @Bean
    Serializer snapshotSerializer() {
        return new StoredJsonSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(SerializationConfiguration::fieldsOnly),
                new StoredNames(AccountSnapshots.aggregateType()));
    }

    /** For everything else that Axon passes on: tokens, commands, queries. */
    @Bean
    @Primary
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(SerializationConfiguration::onTheBus)
                .build();
    }

    /** Lists and pages say of each item what it is, since nothing else does; and only what is ours is read as what it says. */
    private static void onTheBus(JsonMapper.Builder mapper) {
        tolerant(mapper);
        mapper.activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("io.creditledger.api.")
                        .allowIfSubType("java.lang.")
                        .allowIfSubType("java.math.")
                        .allowIfSubType("java.util.")
                        .build(),
                DefaultTyping.JAVA_LANG_OBJECT);
        mapper.addMixIn(StoredFact.class, JsonAsText.class);
    }

    /** Over HTTP the JSON of a fact is shown as it is; between processes it is the text that it is. */
    interface JsonAsText {

        @JsonRawValue(false)
        String payload();

        @JsonRawValue(false)
        String metadata();
    }

    private static void facts(JsonMapper.Builder mapper) {
        tolerant(mapper);
        mapper.addModule(MetadataReader.module());
    }

    static void tolerant(JsonMapper.Builder mapper) {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    private static void fieldsOnly(JsonMapper.Builder mapper) {
        tolerant(mapper);
        mapper.changeDefaultVisibility(visibility -> visibility
                .withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE));
    }
}
