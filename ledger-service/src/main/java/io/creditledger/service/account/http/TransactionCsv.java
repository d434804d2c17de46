package io.creditledger.service.account.http;

import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.service.platform.http.CsvTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The history of an account as a table. */
public final class TransactionCsv {

    /** What the columns are called. */
    public static final List<String> COLUMNS = List.of(
            "transactionId",
            "revision",
            "occurredAt",
            "type",
            "description",
            "amount",
            "balanceAfter",
            "websiteId",
            "websiteName",
            "websiteUrl",
            "reference",
            "metadata");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CsvTable table;

    TransactionCsv(Writer out) {
        this.table = new CsvTable(out);
    }

    void writeHeader() throws IOException {
        for (String column : COLUMNS) {
            table.cell(column);
        }
        table.endLine();
    }

    /** Writes and sends the lines. */
    void writeLines(List<TransactionLine> lines) throws IOException {
        for (TransactionLine line : lines) {
            writeCells(table, line);
            table.endLine();
        }
        table.send();
    }

    /** A line's cells, one for each of the columns. */
    public static void writeCells(CsvTable table, TransactionLine line) throws IOException {
        table.cell(line.transactionId())
                .cell(line.revision())
                .cell(line.occurredAt().toString())
                .cell(line.type().name().toLowerCase(Locale.ROOT))
                .cell(line.description())
                .cell(line.amount())
                .cell(line.balanceAfter());
        writeCells(table, line.website());
        table.cell(line.reference()).cell(line.metadata().isEmpty() ? null : JSON.writeValueAsString(line.metadata()));
    }

    private static void writeCells(CsvTable table, @Nullable Website website) throws IOException {
        table.cell(website == null ? null : website.id())
                .cell(website == null ? null : website.name())
                .cell(website == null ? null : website.url());
    }
}
