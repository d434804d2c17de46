package io.creditledger.simulator.controls;

import io.creditledger.simulator.state.Json;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that a control is given; what it does not know it refuses. */
final class ControlBody {

    private final ObjectNode json;
    private final Set<String> known = new HashSet<>();

    private ControlBody(ObjectNode json) {
        this.json = json;
    }

    static ControlBody parse(String body) {
        if (body.isBlank()) {
            return new ControlBody(Json.object());
        }
        try {
            if (Json.MAPPER.readTree(body) instanceof ObjectNode object) {
                return new ControlBody(object);
            }
        } catch (JacksonException malformed) {
            throw new ControlProblem(400, "The body is no JSON: " + malformed.getOriginalMessage());
        }
        throw new ControlProblem(400, "The body is no JSON object.");
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String name) {
        known.add(name);
        return json.has(name);
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isString()) {
            throw wrong(name, "a text");
        }
        return value == null ? null : value.stringValue();
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw new ControlProblem(400, "The field " + name + " is required.");
        }
        return text;
    }

    @Nullable
    String choice(String name, String... choices) {
        String text = text(name);
        if (text != null && !Arrays.asList(choices).contains(text)) {
            throw wrong(name, "one of " + String.join(", ", choices));
        }
        return text;
    }

    String requiredChoice(String name, String... choices) {
        String text = choice(name, choices);
        if (text == null) {
            throw new ControlProblem(
                    400, "The field " + name + " is required: one of " + String.join(", ", choices) + ".");
        }
        return text;
    }

    @Nullable
    Long number(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw wrong(name, "between " + least + " and " + most);
        }
        return number;
    }

    long requiredNumber(String name, long least, long most) {
        Long number = number(name, least, most);
        if (number == null) {
            throw new ControlProblem(400, "The field " + name + " is required.");
        }
        return number;
    }

    int number(String name, int least, int most, int otherwise) {
        Long number = number(name, least, most);
        return number == null ? otherwise : number.intValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value == null ? otherwise : value.booleanValue();
    }

    /** Refuses what nobody has read. */
    void end() {
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw new ControlProblem(400, "There is no field " + name + ".");
            }
        }
    }

    private static ControlProblem wrong(String name, String expected) {
        return new ControlProblem(400, "The field " + name + " must be " + expected + ".");
    }
}
