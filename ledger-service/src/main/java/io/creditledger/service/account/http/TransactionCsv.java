package io.creditledger.service.account.http;

import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The history of an account as a table, as RFC 4180 has it. */
final class TransactionCsv {

    private static final String HEADER = "transactionId,revision,occurredAt,type,description,amount,balanceAfter,"
            + "websiteId,websiteName,websiteUrl,reference,metadata";
    private static final String END_OF_LINE = "\r\n";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;

    TransactionCsv(Writer out) {
        this.out = out;
    }

    void writeHeader() throws IOException {
        out.append(HEADER).append(END_OF_LINE);
    }

    /** Writes and sends the lines. */
    void writeLines(List<TransactionLine> lines) throws IOException {
        for (TransactionLine line : lines) {
            write(line);
        }
        out.flush();
    }

    private void write(TransactionLine line) throws IOException {
        Website website = line.website();
        text(line.transactionId());
        out.append(',').append(Long.toString(line.revision()));
        out.append(',').append(line.occurredAt().toString());
        out.append(',').append(line.type().name().toLowerCase(Locale.ROOT)).append(',');
        text(line.description());
        out.append(',').append(Long.toString(line.amount()));
        out.append(',').append(Long.toString(line.balanceAfter())).append(',');
        text(website == null ? null : website.id());
        out.append(',');
        text(website == null ? null : website.name());
        out.append(',');
        text(website == null ? null : website.url());
        out.append(',');
        text(line.reference());
        out.append(',');
        text(line.metadata().isEmpty() ? null : JSON.writeValueAsString(line.metadata()));
        out.append(END_OF_LINE);
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null || text.isEmpty()) {
            return;
        }
        // A spreadsheet would take a text that begins so for a formula and run it.
        String safe = "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        if (safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)) {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            out.append(safe);
        }
    }
}
