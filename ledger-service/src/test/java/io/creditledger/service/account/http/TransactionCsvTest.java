package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that a spreadsheet shows as it is and never runs. */
class TransactionCsvTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain          | plain
            =1+1           | '=1+1
            +1             | '+1
            -1             | '-1
            @SUM(A1)       | '@SUM(A1)
            a=1            | a=1
            a,b            | "a,b"
            say "x"        | "say ""x\"""
            =cmd,"x"       | "'=cmd,""x\"""
            """)
    void textIsNeverAFormula(String description, String cell) throws IOException {
        assertThat(row(description))
                .isEqualTo("con_1,7,2026-03-01T12:00:00Z,consumption," + cell
                        + ",-420,9580,site-1,acme.example,https://acme.example,,\"{\"\"a\"\":1}\"\r\n");
    }

    @Test
    void linesAreKeptTogetherByQuotes() throws IOException {
        assertThat(row("two\nlines")).contains(",\"two\nlines\",");
        assertThat(row("\tindented")).contains(",'\tindented,");
    }

    private static String row(String description) throws IOException {
        StringWriter out = new StringWriter();
        new TransactionCsv(out)
                .writeLines(List.of(new TransactionLine(
                        "con_1",
                        7,
                        Instant.parse("2026-03-01T12:00:00Z"),
                        TransactionType.CONSUMPTION,
                        description,
                        -420,
                        9_580,
                        new Website("site-1", "acme.example", "https://acme.example"),
                        null,
                        new Metadata(Map.of("a", 1)))));
        return out.toString();
    }
}
