package io.creditledger.service.audit.archive;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A line: {@code {"chain":"<64 digits>","fact":{...}}}, or {@code {"file":"<name>"}} where the lines of a file begin. */
sealed interface Line {

    /** Bytes of the largest line; the largest fact, a consumption of all lots that an account may have, has less than half. */
    int MAX_BYTES = 2 * 1_024 * 1_024;

    /** The lines of a file follow. */
    record FileBegins(String name) implements Line {}

    /** Something with its place in the chain. */
    record Linked(String chain, Kind kind, String json) implements Line {}

    /** Digits of a hash. */
    int HASH = 64;

    String CHAIN = "{\"chain\":\"";
    String FILE = "{\"file\":";

    static byte[] fileBegins(String name) {
        return bytes(FILE + "\"" + name + "\"}\n");
    }

    static byte[] of(String chain, Kind kind, String json) {
        return bytes(CHAIN + chain + before(kind) + json + "}\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String before(Kind kind) {
        return "\",\"" + kind.word() + "\":";
    }

    /** Reads a line without its end; null when it has not the shape of one. */
    static @Nullable Line parse(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        if (line.startsWith(FILE)) {
            return fileOf(line);
        }
        int afterChain = CHAIN.length() + HASH;
        if (!line.startsWith(CHAIN) || !line.endsWith("}")) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            String before = before(kind);
            if (line.startsWith(before, afterChain)) {
                String json = line.substring(afterChain + before.length(), line.length() - 1);
                return new Linked(line.substring(CHAIN.length(), afterChain), kind, json);
            }
        }
        return null;
    }

    private static @Nullable Line fileOf(String line) {
        try {
            JsonNode file = Json.MAPPER.readTree(line);
            String name = file.path("file").asString("");
            return file.size() == 1 && !name.isEmpty() ? new FileBegins(name) : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
