package io.creditledger.service.audit.http;

import io.creditledger.service.account.http.TransactionCsv;
import io.creditledger.service.audit.Statement;
import io.creditledger.service.audit.StatementBalance;
import io.creditledger.service.audit.StatementLine;
import io.creditledger.service.audit.StatementLine.Corrected;
import io.creditledger.service.platform.http.CsvTable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement as a table: the opening, the movements in the columns of the history, the closing. */
final class StatementCsv {

    private static final int LINES_TO_SEND = 500;

    private final CsvTable table;

    StatementCsv(Writer out) {
        this.table = new CsvTable(out);
    }

    void write(Statement statement) throws IOException {
        for (String column : TransactionCsv.COLUMNS) {
            table.cell(column);
        }
        table.cell("correctsTransactionId").cell("correctsOccurredAt").endLine();
        writeBalance("opening", statement.revisionFrom(), statement.from(), statement.opening(), statement);
        int written = 0;
        for (StatementLine line : statement.movements()) {
            writeMovement(line);
            if (++written % LINES_TO_SEND == 0) {
                table.send();
            }
        }
        writeBalance("closing", statement.revisionTo(), statement.to(), statement.closing(), statement);
        table.send();
    }

    private void writeMovement(StatementLine line) throws IOException {
        TransactionCsv.writeCells(table, line.transaction());
        Corrected corrects = line.corrects();
        table.cell(corrects == null ? null : corrects.transactionId())
                .cell(corrects == null ? null : corrects.occurredAt().toString())
                .endLine();
    }

    /** Under the names of the columns: no transaction, a revision, a moment, a word, no amount, what was there. */
    private void writeBalance(
            String word, @Nullable Long revision, Instant moment, StatementBalance balance, Statement statement)
            throws IOException {
        table.cell((String) null)
                .cell(revision == null ? null : revision.toString())
                .cell(moment.toString())
                .cell(word)
                .cell("Statement " + statement.statementId() + (statement.balanced() ? "" : ", NOT BALANCED"))
                .cell((String) null)
                .cell(balance.current());
        for (int column = 7; column < TransactionCsv.COLUMNS.size() + 2; column++) {
            table.cell((String) null);
        }
        table.endLine();
    }
}
