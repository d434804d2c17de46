package io.creditledger.service.conformance;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document: its operations, and its schemas as judges of answers. */
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new HashMap<>();

    ApiDocument(String json) {
        this.document = JsonMapper.shared().readTree(json);
    }

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, description) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new ApiOperation(method.toUpperCase(Locale.ROOT), path, description));
                    }
                }));
        return operations;
    }

    boolean has(String method, String path) {
        return document.path("paths").path(path).has(method.toLowerCase(Locale.ROOT));
    }

    /** Follows a reference. */
    JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : document.at(reference.asString().substring(1));
    }

    JsonNode problemSchema() {
        return document.at("/components/schemas/Problem");
    }

    /** What is wrong with a value by a schema of the document. */
    List<String> complaints(JsonNode schema, JsonNode value) {
        return schemas
                .computeIfAbsent(schema, this::compiled)
                .validate(
                        value,
                        context ->
                                context.executionConfig(configuration -> configuration.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** The fields of a value that its schema does not name. */
    List<String> unknownFields(JsonNode schema, JsonNode value) {
        List<String> unknown = new ArrayList<>();
        addUnknownFields(List.of(schema), value, "", unknown);
        return unknown;
    }

    private void addUnknownFields(List<JsonNode> schemas, JsonNode value, String path, List<String> unknown) {
        List<JsonNode> all = schemas.stream().flatMap(this::parts).toList();
        if (value.isArray()) {
            List<JsonNode> items = present(all, "items");
            value.forEach(item -> addUnknownFields(items, item, path + "[]", unknown));
        } else if (value.isObject() && all.stream().noneMatch(schema -> schema.has("additionalProperties"))) {
            value.forEachEntry((name, field) -> {
                List<JsonNode> named = present(
                        all.stream().map(schema -> schema.path("properties")).toList(), name);
                if (named.isEmpty() && all.stream().anyMatch(schema -> schema.has("properties"))) {
                    unknown.add("does not document " + path + "." + name);
                } else if (!named.isEmpty()) {
                    addUnknownFields(named, field, path + "." + name, unknown);
                }
            });
        }
    }

    private static List<JsonNode> present(List<JsonNode> schemas, String name) {
        return schemas.stream()
                .map(schema -> schema.path(name))
                .filter(part -> !part.isMissingNode())
                .toList();
    }

    /** A schema and those that it is made of. */
    private Stream<JsonNode> parts(JsonNode schema) {
        JsonNode whole = resolved(schema);
        Stream<JsonNode> others = Stream.of("allOf", "anyOf", "oneOf")
                .flatMap(kind -> whole.path(kind).valueStream())
                .flatMap(this::parts);
        return Stream.concat(Stream.of(whole), others);
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        return registry.getSchema(whole);
    }
}
