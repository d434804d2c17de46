package io.creditledger.simulator.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request. Whoever handles it reads those that it knows and then calls {@link #end()}, which refuses
 * the rest: an object is changed only after that.
 */
final class Parameters {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final int MAX_DEPTH = 5;
    private static final int MAX_PARAMETERS = 1_000;

    private final String path;
    private final Map<String, Value> values;
    private final Set<String> known = new HashSet<>();
    private final List<Parameters> groups = new ArrayList<>();

    /** A text, or more parameters. */
    private sealed interface Value {}

    private record Text(String text) implements Value {}

    private record Group(Map<String, Value> values) implements Value {}

    private Parameters(String path, Map<String, Value> values) {
        this.path = path;
        this.values = values;
    }

    static Parameters parse(String encoded) {
        Map<String, Value> values = new LinkedHashMap<>();
        String[] pairs = encoded.isEmpty() ? new String[0] : encoded.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw StripeFailure.invalid(null, null, "Too many parameters.");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                put(values, name, text);
            }
        }
        return new Parameters("", values);
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw StripeFailure.invalid(null, null, "Invalid percent-encoding in the parameters.");
        }
    }

    private static void put(Map<String, Value> values, String name, String text) {
        Matcher whole = NAME.matcher(name);
        if (!whole.matches()) {
            throw StripeFailure.invalid("parameter_unknown", name, "Received unknown parameter: " + name);
        }
        List<String> steps = new ArrayList<>(List.of(whole.group(1)));
        BRACKETS.matcher(whole.group(2)).results().map(found -> found.group(1)).forEach(steps::add);
        if (steps.size() > MAX_DEPTH) {
            throw StripeFailure.invalid(null, name, "Invalid parameter: nested too deeply.");
        }
        Map<String, Value> place = values;
        for (String step : steps.subList(0, steps.size() - 1)) {
            place = groupIn(place, step, name);
        }
        String last = steps.getLast();
        String key = last.isEmpty() ? Integer.toString(place.size()) : last;
        if (place.putIfAbsent(key, new Text(text)) != null) {
            throw StripeFailure.invalid(null, name, "Duplicate parameter: " + name);
        }
    }

    private static Map<String, Value> groupIn(Map<String, Value> place, String step, String name) {
        Value value = place.computeIfAbsent(step, missing -> new Group(new LinkedHashMap<>()));
        if (value instanceof Group group) {
            return group.values();
        }
        throw StripeFailure.invalid(null, name, "Invalid parameter: " + name + " is both a value and an object.");
    }

    boolean has(String name) {
        known.add(name);
        return values.containsKey(name);
    }

    boolean isGroup(String name) {
        return values.get(name) instanceof Group;
    }

    /** A text that may be absent but not empty. */
    @Nullable
    String text(String name) {
        known.add(name);
        Value value = values.get(name);
        if (value == null) {
            return null;
        }
        String text = textIn(name, value);
        if (text.isEmpty()) {
            throw empty(name);
        }
        return text;
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw StripeFailure.missing(pathOf(name));
        }
        return text;
    }

    @Nullable
    Long integer(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException malformed) {
            throw StripeFailure.invalid("parameter_invalid_integer", pathOf(name), "Invalid integer: " + text);
        }
    }

    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw StripeFailure.invalid("parameter_invalid_boolean", pathOf(name), "Invalid boolean: " + text);
        }
        return text.equals("true");
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    @Nullable
    String choice(String name, String... choices) {
        String text = text(name);
        if (text != null && !List.of(choices).contains(text)) {
            String message = "Invalid " + pathOf(name) + ": must be one of " + String.join(", ", choices);
            throw StripeFailure.invalid("parameter_invalid_enum", pathOf(name), message);
        }
        return text;
    }

    /** The parameters within one. */
    @Nullable
    Parameters group(String name) {
        known.add(name);
        Value value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Group group)) {
            throw StripeFailure.invalid("parameter_invalid_object", pathOf(name), "Invalid object");
        }
        Parameters parameters = new Parameters(pathOf(name), group.values());
        groups.add(parameters);
        return parameters;
    }

    List<String> list(String name) {
        known.add(name);
        return switch (values.get(name)) {
            case null -> List.of();
            case Text _ -> throw StripeFailure.invalid("parameter_invalid_array", pathOf(name), "Invalid array");
            case Group group -> textsOf(name, group);
        };
    }

    private List<String> textsOf(String name, Group group) {
        if (!group.values().keySet().stream().allMatch(key -> key.chars().allMatch(Character::isDigit))) {
            throw StripeFailure.invalid("parameter_invalid_array", pathOf(name), "Invalid array");
        }
        return group.values().values().stream()
                .map(value -> textIn(name, value))
                .toList();
    }

    /** Writes a text into an object if it was given; an empty one unsets the field. */
    void write(String name, ObjectNode object) {
        known.add(name);
        Value value = values.get(name);
        if (value != null) {
            String text = textIn(name, value);
            object.put(name, text.isEmpty() ? null : text);
        }
    }

    void writeAll(ObjectNode object, String... names) {
        for (String name : names) {
            write(name, object);
        }
    }

    void writeMetadata(ObjectNode object) {
        known.add(Metadata.FIELD);
        switch (values.get(Metadata.FIELD)) {
            case null -> {}
            case Text(String text) when text.isEmpty() -> Metadata.clear(object);
            case Text _ -> throw StripeFailure.invalid("parameter_invalid_object", Metadata.FIELD, "Invalid object");
            case Group group -> {
                Map<String, String> entries = new LinkedHashMap<>();
                group.values().forEach((key, value) -> entries.put(key, textIn(Metadata.FIELD, value)));
                Metadata.merge(object, entries);
            }
        }
    }

    /** Refuses what nobody has read. */
    void end() {
        List<String> unknown = new ArrayList<>();
        collectUnknown(unknown);
        if (!unknown.isEmpty()) {
            String plural = unknown.size() > 1 ? "s" : "";
            throw StripeFailure.invalid(
                    "parameter_unknown",
                    unknown.getFirst(),
                    "Received unknown parameter" + plural + ": " + String.join(", ", unknown));
        }
    }

    private void collectUnknown(List<String> unknown) {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(this::pathOf)
                .forEach(unknown::add);
        groups.forEach(group -> group.collectUnknown(unknown));
    }

    /** The same for the same parameters in whatever order. */
    String canonical() {
        return canonical(new Group(values));
    }

    private static String canonical(Value value) {
        return switch (value) {
            case Text(String text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Group group -> {
                Map<String, String> sorted = new TreeMap<>();
                group.values().forEach((name, part) -> sorted.put(canonical(new Text(name)), canonical(part)));
                yield sorted.toString();
            }
        };
    }

    private String textIn(String name, Value value) {
        if (value instanceof Text(String text)) {
            return text;
        }
        throw StripeFailure.invalid("parameter_invalid_string", pathOf(name), "Invalid string");
    }

    private StripeFailure empty(String name) {
        String field = pathOf(name);
        return StripeFailure.invalid(
                "parameter_invalid_empty",
                field,
                "You passed an empty string for '" + field + "'. We assume empty values are an attempt to unset a"
                        + " parameter; however '" + field + "' cannot be unset. You should remove '" + field
                        + "' from your request or supply a non-empty value.");
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }
}
