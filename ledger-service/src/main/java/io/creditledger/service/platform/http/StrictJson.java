package io.creditledger.service.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON by the letter: one object, each name once, nothing after it. */
final class StrictJson {

    private static final int MAX_NESTING = 16;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 1_000;
    private static final int MAX_TEXT_LENGTH = 65_536;

    /** More than the largest batch has. What is made of them takes many times the two bytes that one can be written in. */
    private static final int MAX_TOKENS = 250_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxStringLength(MAX_TEXT_LENGTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // The names are the callers'; a shared table of them would grow with what they invent.
                    .disable(tools.jackson.core.TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    static ObjectNode object(byte[] json) {
        JsonNode node = parse(json);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid("body", "must be a JSON object").asException();
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(text(json));
        } catch (StreamConstraintsException tooMuch) {
            throw Problem.invalid(
                            "body",
                            "is nested too deep, or has a number, a name or a text that is too long, or too much of them all")
                    .asException();
        } catch (JacksonException malformed) {
            throw Problem.invalid("body", problemWith(malformed)).asException();
        } catch (NumberFormatException tooLarge) {
            // Jackson lets this one through for an exponent that no number can have.
            throw Problem.invalid("body", "has a number that is too large").asException();
        }
    }

    /** Jackson would put another character where the bytes are none of UTF-8, and guess at other charsets. */
    private static String text(byte[] json) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw Problem.invalid("body", "is not UTF-8").asException();
        }
    }

    private static String problemWith(JacksonException malformed) {
        String what = malformed.getOriginalMessage().startsWith("Duplicate")
                ? "names a field twice"
                : "is not well-formed JSON";
        TokenStreamLocation where = malformed.getLocation();
        return where == null ? what : what + " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }

    static int sizeOf(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
