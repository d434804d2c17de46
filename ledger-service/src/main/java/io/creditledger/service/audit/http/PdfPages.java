package io.creditledger.service.audit.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Rows of text on numbered pages. The same rows make the same bytes: nothing of a clock or of chance gets in. */
final class PdfPages implements Closeable {

    /**
     * A column of a row.
     *
     * @param left where it begins, in points from the edge of the paper
     * @param width in points
     * @param toTheRight whether the text ends where the column ends, as numbers do
     */
    record Column(int left, int width, boolean toTheRight) {}

    /** A text in its column, on as many lines as it takes. */
    record Cell(Column column, String text) {}

    static final int MARGIN = 40;

    /** Latin, Greek, Cyrillic and more; PDFBox brings it, under the SIL Open Font License. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final int LINE = 11;
    private static final int SIZE = 8;
    private static final int THOUSANDTHS = 1_000;

    /** A white square: one sees that there is a character which the font does not have. */
    private static final int REPLACEMENT = 0x25A1;

    private final PDDocument document = new PDDocument();
    private final String footer;
    private final TrueTypeFont outlines;
    private final CmapLookup characters;
    private final PDFont font;
    private PDPageContentStream page;
    private int y;

    /**
     * A document without rows.
     *
     * @param footer stands at the end of each page, before its number
     * @param id of the document, the same for the same content
     */
    PdfPages(String title, String footer, long id) throws IOException {
        try (InputStream stream = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            outlines = new TTFParser().parse(new RandomAccessReadBuffer(stream));
        }
        characters = outlines.getUnicodeCmapLookup();
        font = PDType0Font.load(document, outlines, true);
        this.footer = footer;
        document.setDocumentId(id);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        page = nextPage();
    }

    private PDPageContentStream nextPage() throws IOException {
        PDPage next = new PDPage(PAPER);
        document.addPage(next);
        y = (int) PAPER.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }

    void row(Cell... cells) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int height = 0;
        for (Cell cell : cells) {
            List<String> wrapped = wrapped(readable(cell.text()), cell.column().width());
            lines.add(wrapped);
            height = Math.max(height, wrapped.size());
        }
        for (int line = 0; line < height; line++) {
            beginLine();
            for (int cell = 0; cell < cells.length; cell++) {
                if (line < lines.get(cell).size()) {
                    write(page, lines.get(cell).get(line), cells[cell].column(), y);
                }
            }
        }
    }

    void emptyRow() throws IOException {
        beginLine();
    }

    private void beginLine() throws IOException {
        y -= LINE;
        if (y < MARGIN + 2 * LINE) {
            page.close();
            page = nextPage();
            y -= LINE;
        }
    }

    private void write(PDPageContentStream stream, String text, Column column, int height) throws IOException {
        stream.beginText();
        stream.setFont(font, SIZE);
        stream.newLineAtOffset(
                column.toTheRight() ? column.left() + column.width() - width(text) : column.left(), height);
        stream.showText(text);
        stream.endText();
    }

    private float width(String text) throws IOException {
        return font.getStringWidth(text) * SIZE / THOUSANDTHS;
    }

    /** As many characters a line as fit; between words where there are some. */
    private List<String> wrapped(String text, int width) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            int end = fitting(rest, width);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** How much of a text fits, one character at the least. */
    private int fitting(String text, int width) throws IOException {
        int end = text.offsetByCodePoints(0, 1);
        float taken = width(text.substring(0, end));
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            taken += width(text.substring(end, next));
            if (taken > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** With what the font can't show replaced by what it can. */
    private String readable(String text) {
        return text.codePoints()
                .map(character ->
                        Character.isWhitespace(character) || Character.isISOControl(character) ? ' ' : character)
                .map(character -> characters.getGlyphId(character) == 0 ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The finished document. */
    byte[] bytes() throws IOException {
        page.close();
        int pages = document.getNumberOfPages();
        Column middle = new Column(MARGIN, (int) PAPER.getWidth() - 2 * MARGIN, false);
        for (int number = 0; number < pages; number++) {
            try (PDPageContentStream end =
                    new PDPageContentStream(document, document.getPage(number), AppendMode.APPEND, true)) {
                write(end, readable(footer + "   page " + (number + 1) + " of " + pages), middle, MARGIN);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        page.close();
        document.close();
        outlines.close();
    }
}
