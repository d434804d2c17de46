package io.creditledger.service.platform.http;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A table as RFC 4180 has it, which a spreadsheet shows as it is and never runs. */
public final class CsvTable {

    private static final String END_OF_LINE = "\r\n";

    private final Writer out;
    private boolean lineBegun;

    public CsvTable(Writer out) {
        this.out = out;
    }

    /** Begins the next cell, which is left empty where there is no text. */
    public CsvTable cell(@Nullable String text) throws IOException {
        if (lineBegun) {
            out.append(',');
        }
        lineBegun = true;
        if (text != null && !text.isEmpty()) {
            write(text);
        }
        return this;
    }

    public CsvTable cell(long number) throws IOException {
        cell((String) null);
        out.append(Long.toString(number));
        return this;
    }

    private void write(String text) throws IOException {
        // A spreadsheet would take a text that begins so for a formula and run it.
        String safe = "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        if (safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)) {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            out.append(safe);
        }
    }

    public void endLine() throws IOException {
        out.append(END_OF_LINE);
        lineBegun = false;
    }

    /** Sends what is written so far. */
    public void send() throws IOException {
        out.flush();
    }
}
