package io.creditledger.service.conformance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema admits, by preference such as mean something. */
final class GeneratedValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> LETTERS =
            List.of("a", "Z", "7", " ", "-", "é", "ß", "中", "😀", "'", "\"", "\\", "<b>", "=");

    private final ApiDocument document;
    private final KnownValues known;
    private final Random random;

    GeneratedValues(ApiDocument document, KnownValues known, Random random) {
        this.document = document;
        this.known = known;
        this.random = random;
    }

    JsonNode value(String name, JsonNode described) {
        JsonNode schema = document.resolved(described);
        if (known.isExclusive(name) || (known.has(name) && random.nextInt(10) > 0)) {
            return JSON.stringNode(known.any(name, random).orElseThrow());
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("example") && random.nextBoolean()) {
            return schema.path("example");
        }
        return switch (type(schema)) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(random.nextInt(100));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema);
            default -> object(schema);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("object");
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asString("").equals("date-time")) {
            return time();
        }
        if (schema.has("pattern") || schema.has("example")) {
            return schema.path("example").asString(token());
        }
        int most = Math.min(schema.path("maxLength").asInt(40), 300);
        int length = 1 + random.nextInt(most);
        // The first is a letter, so that the text is more than spaces.
        return "x"
                + random.ints(length - 1, 0, LETTERS.size())
                        .mapToObj(LETTERS::get)
                        .collect(Collectors.joining());
    }

    private String time() {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(1 + random.nextInt(400), ChronoUnit.DAYS)
                .toString();
    }

    /** Letters and digits, which may stand anywhere. */
    String token() {
        return "t" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }

    private long integer(JsonNode schema) {
        long min = schema.path("minimum").asLong(0);
        long max = schema.path("maximum").asLong(1_000);
        return switch (random.nextInt(6)) {
            case 0 -> min;
            case 1 -> max;
            default -> min + random.nextLong(Math.min(max - min, 500) + 1);
        };
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int size = 1 + random.nextInt(5);
        for (int index = 0; index < size; index++) {
            array.add(value(name, schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        schema.path("properties").forEachEntry((name, property) -> {
            if (required.contains(name) || random.nextInt(3) == 0) {
                object.set(name, value(name, property));
            }
        });
        if (schema.path("additionalProperties").asBoolean(false)) {
            object.put(token(), token()).put("number", random.nextInt()).put("yes", random.nextBoolean());
        }
        return object;
    }
}
