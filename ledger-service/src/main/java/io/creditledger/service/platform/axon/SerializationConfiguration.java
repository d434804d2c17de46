package io.creditledger.service.platform.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.creditledger.service.account.AccountSnapshots;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(SerializationConfiguration::tolerant),
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
                .jsonMapperBuilderCustomizer(SerializationConfiguration::tolerant)
                .build();
    }

    private static void tolerant(JsonMapper.Builder mapper) {
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
