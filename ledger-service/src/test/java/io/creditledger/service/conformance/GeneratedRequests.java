package io.creditledger.service.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Makes requests that an operation describes as valid. */
final class GeneratedRequests {

    private final KnownValues known;
    private final Random random;
    private final GeneratedValues values;
    private final Function<ApiOperation, String> secrets;

    /**
     * Requests for this document.
     *
     * @param secrets what to show for an operation
     */
    GeneratedRequests(ApiDocument document, KnownValues known, Random random, Function<ApiOperation, String> secrets) {
        this.known = known;
        this.random = random;
        this.values = new GeneratedValues(document, known, random);
        this.secrets = secrets;
    }

    RawRequest valid(ApiOperation operation) {
        RawRequest request =
                new RawRequest(operation.method(), path(operation), query(operation), headers(operation), null, false);
        if (!operation.takesBody()) {
            return operation.method().equals("GET") ? request : request.withBody("");
        }
        if (!operation.needsBody() && random.nextInt(3) == 0) {
            return request.withBody("");
        }
        return request.withHeader("Content-Type", "application/json")
                .withBody(values.value("body", operation.bodySchema()).toString());
    }

    private String path(ApiOperation operation) {
        String path = operation.path();
        for (String name : operation.namesInPath()) {
            boolean isNew = operation.method().equals("PUT")
                    && operation.path().endsWith("{" + name + "}")
                    && random.nextInt(3) == 0;
            String value = isNew ? values.token() : known.any(name, random).orElseGet(values::token);
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private List<String> query(ApiOperation operation) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asString();
            boolean wanted = parameter.path("required").asBoolean(false) || random.nextInt(3) == 0;
            // Nobody makes a cursor up.
            if (wanted && (known.has(name) || !name.equals("cursor"))) {
                query.add(name + "=" + written(name, parameter.path("schema")));
            }
        }
        return query;
    }

    private String written(String name, JsonNode schema) {
        String value = name.equals("cursor")
                ? known.any(name, random).orElseThrow()
                : values.value(name, schema).asString();
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private List<RawRequest.Header> headers(ApiOperation operation) {
        List<RawRequest.Header> headers = new ArrayList<>();
        if (operation.isProtected()) {
            headers.add(new RawRequest.Header("Authorization", "Bearer " + secrets.apply(operation)));
        }
        List<String> types = operation.successTypes();
        if (!types.isEmpty()) {
            headers.add(new RawRequest.Header("Accept", types.get(random.nextInt(types.size()))));
        }
        for (JsonNode parameter : operation.parameters("header")) {
            String name = parameter.path("name").asString();
            if (parameter.path("required").asBoolean(false) || random.nextBoolean()) {
                headers.add(new RawRequest.Header(name, known.any(name, random).orElseGet(values::token)));
            }
        }
        return headers;
    }
}
