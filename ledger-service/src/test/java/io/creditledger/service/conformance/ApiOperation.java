package io.creditledger.service.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** An operation of the OpenAPI document. */
record ApiOperation(String method, String path, JsonNode description) {

    String id() {
        return description.path("operationId").asString(method + " " + path);
    }

    List<JsonNode> parameters(String where) {
        return description
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(where))
                .toList();
    }

    List<String> namesInPath() {
        return parameters("path").stream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** The schema of a JSON body; missing when the operation takes none. */
    JsonNode bodySchema() {
        return description.at("/requestBody/content/application~1json/schema");
    }

    boolean takesBody() {
        return !bodySchema().isMissingNode();
    }

    boolean needsBody() {
        return description.at("/requestBody/required").asBoolean(false);
    }

    /** Whether only those with a key may ask. */
    boolean isProtected() {
        return !description.path("security").isArray()
                || !description.path("security").isEmpty();
    }

    boolean needsHeader(String name) {
        return parameters("header").stream()
                .anyMatch(header -> header.path("name").asString().equals(name)
                        && header.path("required").asBoolean(false));
    }

    boolean documents(int status) {
        return description.path("responses").has(Integer.toString(status));
    }

    /** What may be answered with a status, by media type. */
    JsonNode content(int status) {
        return description.path("responses").path(Integer.toString(status)).path("content");
    }

    /** The media types of success. */
    List<String> successTypes() {
        Set<String> types = new TreeSet<>();
        description.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response ->
                        types.addAll(response.getValue().path("content").propertyNames()));
        return List.copyOf(types);
    }

    boolean endsInParameter() {
        return Arrays.asList(path.split("/")).getLast().startsWith("{");
    }

    @Override
    public String toString() {
        return id();
    }
}
