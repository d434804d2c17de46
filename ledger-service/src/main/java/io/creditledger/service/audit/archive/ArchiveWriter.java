package io.creditledger.service.audit.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an archive as one stream: where a file begins stands on a line of its own, and the manifest comes last, since only then
 * is known what is in it. A stream without one has been cut.
 */
public final class ArchiveWriter {

    /** The name of the manifest's file. */
    public static final String MANIFEST = "manifest.json";

    private final OutputStream out;
    private final Chain chain = new Chain();
    private final List<ArchiveFile> files = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final MessageDigest digest = Json.sha256();
    private @Nullable Kind open;
    private String name = "";
    private long lines;
    private int number;

    public ArchiveWriter(OutputStream out) {
        this.out = out;
    }

    public void fact(ArchivedFact fact) throws IOException {
        write(Kind.FACT, fact);
    }

    public void refusal(ArchivedRefusal refusal) throws IOException {
        write(Kind.REFUSAL, refusal);
    }

    public void account(ArchivedAccount account) throws IOException {
        write(Kind.ACCOUNT, account);
    }

    /** The manifest. */
    public void end(@Nullable String accountId, Instant exportedAt, long firstPosition, long lastPosition)
            throws IOException {
        closeFile();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Manifest.PRODUCT,
                accountId,
                exportedAt,
                firstPosition,
                lastPosition,
                counts.getOrDefault(Kind.FACT, 0L),
                counts.getOrDefault(Kind.REFUSAL, 0L),
                counts.getOrDefault(Kind.ACCOUNT, 0L),
                files);
        write(Kind.MANIFEST, manifest);
        out.flush();
    }

    private void write(Kind kind, Object content) throws IOException {
        if (open != kind || lines == Kind.MAX_LINES) {
            openFile(kind);
        }
        String json = Json.text(content);
        byte[] line = Line.of(chain.add(json), kind, json);
        if (line.length > Line.MAX_BYTES) {
            throw new IOException("a " + kind.word() + " is larger than an archive has room for");
        }
        out.write(line);
        digest.update(line);
        lines++;
        counts.merge(kind, 1L, Long::sum);
    }

    private void openFile(Kind kind) throws IOException {
        closeFile();
        number = open == kind ? number + 1 : 1;
        open = kind;
        name = kind.fileName(number);
        out.write(Line.fileBegins(name));
    }

    private void closeFile() {
        if (lines > 0) {
            files.add(new ArchiveFile(name, lines, HexFormat.of().formatHex(digest.digest())));
            lines = 0;
        }
    }

    /** The JSON of a fact, of which hashes are made. */
    public static String json(ArchivedFact fact) {
        return Json.text(fact);
    }
}
