package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an upgrade does to a database: a migration that was once made never changes, and a new one only adds. */
class MigrationsTest {

    private static final Path PINNED = Pages.REPOSITORY.resolve("ledger-bench/src/test/resources/migrations.sha256");
    private static final List<String> MODULES = List.of("ledger-service", "ledger-projections");
    private static final Pattern NAME = Pattern.compile("([a-z]+)/V(\\d+)__\\w+\\.sql");

    /** The latest of each folder when the promise was made; those up to there had no older version beside them. */
    private static final Map<String, Integer> BEFORE_THE_PROMISE =
            Map.of("eventstore", 3, "access", 2, "payments", 1, "projections", 7, "audit", 3);

    /** What takes away something that an older version, which still runs, reads or writes. */
    private static final Map<Pattern, String> NOT_ADDITIVE = Map.of(
            Pattern.compile("\\bdrop (?!index\\b|constraint\\b|not null\\b|default\\b|expression\\b|identity\\b)"),
                    "drops what an older version may use",
            Pattern.compile("\\bcreate or replace\\b"), "changes what an older version calls",
            Pattern.compile("\\brename\\b"), "renames what an older version knows by its name",
            Pattern.compile("\\balter (column )?\\S+ (set data )?type\\b"),
                    "changes the type of what an older version reads",
            Pattern.compile("\\bset not null\\b"), "demands what an older version may not write",
            Pattern.compile(
                            "\\badd (column )?(if not exists )?(?!constraint\\b)[^,;]* not null\\b(?![^,;]*\\bdefault\\b)"
                                    + "(?<!\\bdefault\\b[^,;]{0,200})"),
                    "demands a column that an older version does not write",
            Pattern.compile("\\b(truncate|delete from)\\b"), "deletes what an older version may still need");

    @Test
    void isAsDatabasesHaveHadIt() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Migration migration : migrations()) {
            lines.add(migration.sha256() + "  " + migration.name());
        }
        assertThat(Files.readAllLines(PINNED).stream().filter(line -> !line.startsWith("#")))
                .as("a migration that is listed in %s never changes: make another, and add its line", PINNED)
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void onlyAdds() throws IOException {
        for (Migration migration : migrations()) {
            assertThat(migration.name()).matches(NAME);
            if (migration.number() > BEFORE_THE_PROMISE.getOrDefault(migration.folder(), 0)) {
                assertThat(faults(migration.text())).as(migration.name()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table ledger.api_key drop column hash;                             | 1
            alter table ledger.api_key drop hash;                                    | 1
            drop table ledger.refused_request;                                       | 1
            drop trigger append_only on ledger.domain_event_entry;                   | 1
            alter table ledger.api_key rename column hash to sha256;                 | 1
            alter table ledger.api_key rename to keys;                               | 1
            alter table ledger.api_key alter column hash type bytea;                 | 1
            alter table ledger.api_key alter column hash set not null;               | 1
            ALTER TABLE ledger.api_key ADD COLUMN owner text NOT NULL;               | 1
            alter table ledger.api_key add owner text not null, add team text;       | 1
            delete from ledger.api_key;                                              | 1
            create or replace function ledger.append() returns void as '';           | 1
            drop function ledger.append;                                             | 1
            alter table ledger.api_key add column owner text not null default 'all'; | 0
            alter table ledger.api_key add column owner text default 'all' not null; | 0
            alter table ledger.api_key add column owner text;                        | 0
            alter table ledger.api_key alter column hash drop not null;              | 0
            drop index ledger.domain_event_entry_time;                               | 0
            -- drop table it is not                                                  | 0
            create table ledger.more (name text not null primary key);               | 0
            """)
    void knowsWhatTakesAway(String statement, int faults) {
        assertThat(faults(statement)).hasSize(faults);
    }

    /** Why a migration does not only add. */
    private static List<String> faults(String text) {
        String statements =
                text.toLowerCase(Locale.ROOT).replaceAll("--[^\\n]*", " ").replaceAll("\\s+", " ");
        return NOT_ADDITIVE.entrySet().stream()
                .filter(fault -> fault.getKey().matcher(statements).find())
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /**
     * A file.
     *
     * @param name with its folder
     */
    private record Migration(String name, String text) {

        String folder() {
            return part(1);
        }

        int number() {
            return Integer.parseInt(part(2));
        }

        private String part(int number) {
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                throw new IllegalStateException(name + " is not named as a migration is");
            }
            return parts.group(number);
        }

        String sha256() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static List<Migration> migrations() throws IOException {
        List<Migration> all = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = Pages.REPOSITORY.resolve(module).resolve("src/main/resources/db/migration");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.add(new Migration(folder.relativize(file).toString(), Files.readString(file)));
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(10);
        return all;
    }
}
