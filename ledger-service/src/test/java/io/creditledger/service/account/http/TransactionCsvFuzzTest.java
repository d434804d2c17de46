package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Any text comes back out of the table as it was, in its own cell, and runs in no spreadsheet. */
class TransactionCsvFuzzTest {

    private static final int CELLS = 12;

    static Stream<Arguments> texts() {
        return Stream.of("plain", "=1+1", "a,b", "say \"x\"", "\"", "\"\"", "\r\n", "\t=1", "'=1", "-", "@", "+1,\"\n")
                .map(text -> Arguments.of(text, text));
    }

    @MethodSource("texts")
    @FuzzTest
    void everyCellIsReadAsItWasWritten(@NotNull String description, @NotNull String website) throws IOException {
        StringWriter out = new StringWriter();
        new TransactionCsv(out).writeLines(List.of(line(description, website), line(website, description)));

        List<List<String>> rows = rows(out.toString());

        assertThat(rows).hasSize(2);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(CELLS));
        isTheText(rows.getFirst().get(4), description);
        isTheText(rows.getFirst().get(7), website);
        isTheText(rows.getFirst().get(8), description);
        isTheText(rows.get(1).get(4), website);
        assertThat(JsonMapper.shared()
                        .readTree(rows.getFirst().getLast())
                        .at("/note")
                        .asString())
                .isEqualTo(description);
    }

    private static TransactionLine line(String description, String website) {
        return new TransactionLine(
                "con_1",
                7,
                Instant.parse("2026-03-01T12:00:00Z"),
                TransactionType.CONSUMPTION,
                description,
                -420,
                9_580,
                new Website(website, description, null),
                null,
                new Metadata(Map.of("note", description)));
    }

    private static void isTheText(String cell, String text) {
        assertThat(cell).isIn(text, "'" + text);
        assertThat(cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0).isTrue();
    }

    /** Reads as RFC 4180 has it, and nothing more: a quote in a cell that is not quoted fails. */
    private static List<List<String>> rows(String table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < table.length()) {
            StringBuilder cell = new StringBuilder();
            at = table.charAt(at) == '"' ? quoted(table, at + 1, cell) : plain(table, at, cell);
            row.add(cell.toString());
            if (table.startsWith("\r\n", at)) {
                rows.add(row);
                row = new ArrayList<>();
                at += 2;
            } else {
                assertThat(table.charAt(at)).isEqualTo(',');
                at++;
            }
        }
        return rows;
    }

    private static int quoted(String table, int from, StringBuilder cell) {
        int at = from;
        while (table.charAt(at) != '"' || table.startsWith("\"\"", at)) {
            cell.append(table.charAt(at));
            at += table.charAt(at) == '"' ? 2 : 1;
        }
        return at + 1;
    }

    private static int plain(String table, int from, StringBuilder cell) {
        int at = from;
        while (",\r\n".indexOf(table.charAt(at)) < 0) {
            assertThat(table.charAt(at)).isNotEqualTo('"');
            cell.append(table.charAt(at));
            at++;
        }
        return at;
    }
}
