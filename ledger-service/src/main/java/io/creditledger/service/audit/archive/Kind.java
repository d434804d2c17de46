package io.creditledger.service.audit.archive;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a line is about. Lines come in this order. */
enum Kind {
    FACT("facts"),
    REFUSAL("refusals"),
    ACCOUNT("accounts"),
    MANIFEST("manifest");

    /** Small enough to look into, and to be read again when it arrived broken. */
    static final int MAX_LINES = 100_000;

    private static final Pattern FILE_NAME =
            Pattern.compile("(facts|refusals|accounts)-\\d{6}\\.ndjson|manifest\\.json");

    private final String plural;

    Kind(String plural) {
        this.plural = plural;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of a file with such lines. */
    String fileName(int number) {
        return this == MANIFEST ? ArchiveWriter.MANIFEST : String.format(Locale.ROOT, "%s-%06d.ndjson", plural, number);
    }

    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches();
    }
}
