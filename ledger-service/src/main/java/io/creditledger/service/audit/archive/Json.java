package io.creditledger.service.audit.archive;

import com.fasterxml.jackson.annotation.Nulls;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of archives. Apart from all other JSON, since hashes are made of it: it changes for nobody. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .changeDefaultNullHandling(nulls -> nulls.withValueNulls(Nulls.FAIL))
            .build();

    private static final char NOTHING = 0;

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Refuses what no database can hold as a text. */
    static void requireStorable(String... texts) {
        for (String text : texts) {
            if (text.indexOf(NOTHING) >= 0) {
                throw new IllegalArgumentException("has the character of code zero, which can't be stored");
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
