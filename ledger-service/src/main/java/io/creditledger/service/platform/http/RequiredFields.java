package io.creditledger.service.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document which fields of an answer always have a value, those whose Java types admit no null, and which
 * may be null.
 */
public final class RequiredFields {

    private RequiredFields() {}

    /** The schema that the document has of a record that is answered. */
    public static Schema<?> schema(Components components, String name) {
        return Objects.requireNonNull(components.getSchemas().get(name), () -> name + " is not in the document");
    }

    public static void require(Class<?> answer, Components components) {
        require(answer, schema(components, answer.getSimpleName()));
    }

    public static void require(Class<?> answer, Schema<?> schema) {
        schema.setRequired(of(answer));
        Arrays.stream(answer.getRecordComponents())
                .filter(field -> isNullable(field) && !isLeftOut(answer, field))
                .forEach(field -> admitNull(schema, name(field)));
    }

    private static boolean isLeftOut(Class<?> answer, RecordComponent field) {
        JsonInclude rule = field.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude all = answer.getAnnotation(JsonInclude.class);
        JsonInclude decisive = rule == null ? all : rule;
        return decisive != null && decisive.value() == JsonInclude.Include.NON_NULL;
    }

    private static void admitNull(Schema<?> answer, String name) {
        Schema<?> field =
                Objects.requireNonNull(answer.getProperties().get(name), () -> name + " is not in the document");
        Schema<?> none = new JsonSchema().types(Set.of("null"));
        if (field.get$ref() == null) {
            field.addType("null");
            admitNullAsWord(field);
        } else {
            answer.addProperty(name, new JsonSchema().anyOf(List.of(field, none)));
        }
    }

    private static void admitNullAsWord(Schema<?> field) {
        if (field.getEnum() != null) {
            field.addEnumItemObject(null);
        }
    }

    /** Their names, as Java has them unless the JSON has another. */
    public static List<String> of(Class<?> answer) {
        return Arrays.stream(answer.getRecordComponents())
                .filter(field -> !isNullable(field))
                .map(RequiredFields::name)
                .sorted()
                .toList();
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(RecordComponent field) {
        // Where it may stand, a record hands the annotation on to the accessor.
        JsonProperty other = field.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? field.getName() : other.value();
    }
}
