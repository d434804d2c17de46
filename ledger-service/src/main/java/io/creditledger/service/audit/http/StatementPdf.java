package io.creditledger.service.audit.http;

import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.service.audit.Statement;
import io.creditledger.service.audit.StatementBalance;
import io.creditledger.service.audit.StatementLine;
import io.creditledger.service.audit.StatementLine.Corrected;
import io.creditledger.service.audit.StatementTotal;
import io.creditledger.service.audit.http.PdfPages.Cell;
import io.creditledger.service.audit.http.PdfPages.Column;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A statement to print. */
final class StatementPdf {

    private static final Column WHOLE = new Column(PdfPages.MARGIN, 515, false);
    private static final Column NAME = new Column(PdfPages.MARGIN, 110, false);
    private static final Column VALUE = new Column(150, 100, true);
    private static final Column WHEN = new Column(PdfPages.MARGIN, 82, false);
    private static final Column TYPE = new Column(124, 56, false);
    private static final Column WHAT = new Column(182, 223, false);
    private static final Column AMOUNT = new Column(410, 70, true);
    private static final Column BALANCE = new Column(485, 70, true);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int HEXADECIMAL = 16;

    private final Statement statement;
    private final PdfPages pages;

    private StatementPdf(Statement statement, PdfPages pages) {
        this.statement = statement;
        this.pages = pages;
    }

    static byte[] of(Statement statement) throws IOException {
        String title = "Statement of account " + statement.accountId();
        try (PdfPages pages = new PdfPages(title, statement.statementId(), numberOf(statement))) {
            StatementPdf pdf = new StatementPdf(statement, pages);
            pdf.writeHead(title);
            pdf.writeSums();
            pdf.writeMovements();
            return pages.bytes();
        }
    }

    /** The id's last sixteen digits. */
    private static long numberOf(Statement statement) {
        String id = statement.statementId();
        return Long.parseUnsignedLong(id, id.length() - HEXADECIMAL, id.length(), HEXADECIMAL);
    }

    private void writeHead(String title) throws IOException {
        line(title);
        if (statement.displayName() != null) {
            line(statement.displayName());
        }
        line("From " + time(statement.from()) + " to before " + time(statement.to()) + ", UTC");
        line("Revisions after " + revision(statement.revisionFrom()) + " through " + statement.revisionTo());
        line("Statement " + statement.statementId());
        pages.emptyRow();
    }

    private static String revision(@Nullable Long revision) {
        return revision == null ? "none" : revision.toString();
    }

    private void writeSums() throws IOException {
        sum("Opening balance", statement.opening().current());
        for (StatementTotal total : statement.totals()) {
            sum(word(total.type()) + " (" + total.movements() + ")", total.amount());
        }
        sum("Closing balance", statement.closing().current());
        writeParts(statement.closing());
        line(
                statement.balanced()
                        ? "Opening balance and movements make the closing balance."
                        : "NOT BALANCED: opening balance and movements do not make the closing balance.");
        pages.emptyRow();
    }

    private void writeParts(StatementBalance closing) throws IOException {
        sum("  of it available", closing.available());
        if (closing.held() != 0) {
            sum("  of it held", closing.held());
        }
        if (closing.frozen() != 0) {
            sum("  of it frozen", closing.frozen());
        }
    }

    private void writeMovements() throws IOException {
        pages.row(
                new Cell(WHEN, "When (UTC)"),
                new Cell(TYPE, "Type"),
                new Cell(WHAT, "What"),
                new Cell(AMOUNT, "Credits"),
                new Cell(BALANCE, "Balance"));
        for (StatementLine line : statement.movements()) {
            TransactionLine transaction = line.transaction();
            pages.row(
                    new Cell(WHEN, time(transaction.occurredAt())),
                    new Cell(TYPE, word(transaction.type())),
                    new Cell(WHAT, what(line)),
                    new Cell(AMOUNT, number(transaction.amount())),
                    new Cell(BALANCE, number(transaction.balanceAfter())));
        }
    }

    private static String what(StatementLine line) {
        Website website = line.transaction().website();
        Corrected corrects = line.corrects();
        return line.transaction().description()
                + (website == null ? "" : ", " + (website.name() == null ? website.id() : website.name()))
                + (corrects == null ? "" : ", corrects " + corrected(corrects));
    }

    private static String corrected(Corrected corrects) {
        return corrects.transactionId() + " of " + time(corrects.occurredAt());
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }

    private void sum(String name, long amount) throws IOException {
        pages.row(new Cell(NAME, name), new Cell(VALUE, number(amount)));
    }

    private void line(String text) throws IOException {
        pages.row(new Cell(WHOLE, text));
    }

    private static String word(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
