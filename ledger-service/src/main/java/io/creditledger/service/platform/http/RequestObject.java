package io.creditledger.service.platform.http;

import io.creditledger.api.account.Metadata;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object of a request, read field by field. Nothing is coerced, and what was not asked for is refused. A bad field does
 * not end the reading: it is noted, a stand-in is returned, and {@link #finish()} refuses the request with all that was noted.
 */
public final class RequestObject {

    private static final int MAX_METADATA_BYTES = 4_096;
    private static final int MAX_DIGITS = 20;

    private final ObjectNode node;
    private final String path;
    private final FieldErrors errors;
    private final Set<String> known = new HashSet<>();

    RequestObject(ObjectNode node) {
        this(node, "", new FieldErrors());
    }

    private RequestObject(ObjectNode node, String path, FieldErrors errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    public long integer(String field, long min, long max) {
        JsonNode value = required(field);
        return value == null ? min : integer(field, value, min, max);
    }

    public @Nullable Long optionalInteger(String field, long min, long max) {
        JsonNode value = optional(field);
        return value == null ? null : Long.valueOf(integer(field, value, min, max));
    }

    private long integer(String field, JsonNode value, long min, long max) {
        if (!value.isIntegralNumber()) {
            note(field, "must be an integer");
        } else if (!value.canConvertToLong() || value.longValue() < min || value.longValue() > max) {
            note(field, "must be from " + min + " to " + max);
        } else {
            return value.longValue();
        }
        return min;
    }

    /** A single line of text. */
    public String line(String field, int maxLength) {
        JsonNode value = required(field);
        return value == null ? "" : line(field, value, maxLength);
    }

    public @Nullable String optionalLine(String field, int maxLength) {
        JsonNode value = optional(field);
        return value == null ? null : line(field, value, maxLength);
    }

    private String line(String field, JsonNode value, int maxLength) {
        if (!value.isString()) {
            note(field, "must be a string");
            return "";
        }
        String problem = Texts.problemWithLine(value.stringValue(), maxLength);
        if (problem != null) {
            note(field, problem);
        }
        return value.stringValue();
    }

    /** Text that keeps to a rule of its own. */
    public String matching(String field, Predicate<String> rule, String problem) {
        JsonNode value = required(field);
        if (value == null) {
            return "";
        }
        if (!value.isString() || !rule.test(value.stringValue())) {
            note(field, problem);
            return "";
        }
        return value.stringValue();
    }

    public @Nullable String optionalMatching(String field, Predicate<String> rule, String problem) {
        return optional(field) == null ? null : matching(field, rule, problem);
    }

    /** True or false, and false unless it is said. */
    public boolean flag(String field) {
        JsonNode value = optional(field);
        if (value != null && !value.isBoolean()) {
            note(field, "must be true or false");
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    public @Nullable String optionalWebAddress(String field, int maxLength) {
        String address = optionalLine(field, maxLength);
        if (address != null && !address.isEmpty() && !Texts.isWebAddress(address)) {
            note(field, "must be an http or https address");
        }
        return address;
    }

    /** One of the words, which are the names of the constants in lower case. */
    public <E extends Enum<E>> E word(String field, Set<E> allowed) {
        JsonNode value = required(field);
        E fallback = allowed.iterator().next();
        if (value == null) {
            return fallback;
        }
        String word = value.isString() ? value.stringValue() : "";
        Optional<E> found = allowed.stream()
                .filter(constant -> wordOf(constant).equals(word))
                .findFirst();
        if (found.isEmpty()) {
            note(field, "must be one of " + wordsOf(allowed));
        }
        return found.orElse(fallback);
    }

    /** One of the words, or null if there is none. */
    public <E extends Enum<E>> @Nullable E optionalWord(String field, Set<E> allowed) {
        return optional(field) == null ? null : word(field, allowed);
    }

    /** Texts that keep to a rule of their own, at most so many; null if there is no such field. */
    public @Nullable List<String> optionalTexts(String field, int max, Predicate<String> rule, String problem) {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!value.isArray() || value.size() > max) {
            note(field, "must be a list of at most " + max);
            return List.of();
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (element.isString() && rule.test(element.stringValue())) {
                texts.add(element.stringValue());
            } else {
                note(field, problem);
            }
        }
        return texts;
    }

    public @Nullable Instant optionalInstant(String field) {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        Optional<Instant> instant = value.isString() ? Texts.instant(value.stringValue()) : Optional.empty();
        if (instant.isEmpty()) {
            note(field, "must be an ISO-8601 time with its offset, as in 2026-01-31T12:00:00Z");
        }
        return instant.orElse(null);
    }

    /** An object that has to be there; null if it is not, which is noted. */
    public @Nullable RequestObject object(String field) {
        JsonNode value = required(field);
        return value == null ? null : object(field, value);
    }

    public @Nullable RequestObject optionalObject(String field) {
        JsonNode value = optional(field);
        return value == null ? null : object(field, value);
    }

    private @Nullable RequestObject object(String field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new RequestObject(object, path + field + ".", errors);
        }
        note(field, "must be an object");
        return null;
    }

    /** The objects of a list, each to be read and finished by itself; one that is no object is one without fields. */
    public List<RequestObject> objects(String field, int max) {
        JsonNode value = required(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.isEmpty() || value.size() > max) {
            note(field, "must be a list of 1 to " + max + " objects");
            return List.of();
        }
        List<RequestObject> objects = new ArrayList<>(value.size());
        value.forEach(element -> objects.add(element(element)));
        return objects;
    }

    private static RequestObject element(JsonNode element) {
        if (element instanceof ObjectNode object) {
            return new RequestObject(object);
        }
        RequestObject nothing = new RequestObject(JsonNodeFactory.instance.objectNode());
        nothing.note("item", "must be an object");
        return nothing;
    }

    public @Nullable Metadata optionalMetadata(String field) {
        JsonNode value = optional(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            note(field, "must be an object");
        } else if (object.size() > Metadata.MAX_ENTRIES) {
            note(field, "must have at most " + Metadata.MAX_ENTRIES + " entries");
        } else if (StrictJson.sizeOf(object) > MAX_METADATA_BYTES) {
            note(field, "must be at most " + MAX_METADATA_BYTES + " bytes of JSON");
        } else {
            return metadata(field, object);
        }
        return Metadata.NONE;
    }

    private Metadata metadata(String field, ObjectNode object) {
        Map<String, Object> entries = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> {
            String problem = Texts.problemWithLine(name, Metadata.MAX_NAME_LENGTH);
            if (problem != null) {
                note(field, "has a name that " + problem);
            } else {
                metadataValue(field + "." + name, value).ifPresent(plain -> entries.put(name, plain));
            }
        });
        return new Metadata(entries);
    }

    private Optional<Object> metadataValue(String field, JsonNode value) {
        if (value.isString()) {
            String problem = Texts.problemWithText(value.stringValue(), Metadata.MAX_TEXT_LENGTH);
            if (problem != null) {
                note(field, problem);
            }
            return Optional.of(value.stringValue());
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (value.isNumber()) {
            return metadataNumber(field, value);
        }
        note(field, "must be a string, a number or a boolean");
        return Optional.empty();
    }

    private Optional<Object> metadataNumber(String field, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(value.longValue());
        }
        // Without trailing zeros a number reads the same after it was stored.
        BigDecimal number = value.decimalValue().stripTrailingZeros();
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            note(field, "must be a number of at most " + MAX_DIGITS + " digits");
            return Optional.empty();
        }
        return Optional.of(number.scale() > 0 ? number : whole(number.toBigIntegerExact()));
    }

    private static Object whole(BigInteger number) {
        // As JSON that is read again has it: 1.0 is the number 1.
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
    }

    /** Notes a bad field that the caller found. */
    public void note(String field, String problem) {
        errors.add(path + field, problem);
    }

    /** Notes every field of this object that nobody asked for. */
    public void refuseUnknown() {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> note(name, "is not a known field"));
    }

    /** Refuses the request if anything in it is wrong. */
    public void finish() {
        refuseUnknown();
        errors.throwIfAny();
    }

    private @Nullable JsonNode required(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            note(field, "is required");
            return null;
        }
        return value;
    }

    private @Nullable JsonNode optional(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> String wordsOf(Set<E> allowed) {
        return String.join(", ", allowed.stream().map(RequestObject::wordOf).toList());
    }
}
