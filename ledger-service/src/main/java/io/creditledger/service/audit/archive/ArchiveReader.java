package io.creditledger.service.audit.archive;

import io.creditledger.service.audit.archive.Line.FileBegins;
import io.creditledger.service.audit.archive.Line.Linked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads an archive as {@link ArchiveWriter} wrote it, and refuses it at the first line that is not so. */
public final class ArchiveReader {

    private static final int BUFFER = 64 * 1_024;

    private final InputStream in;
    private final Contents contents;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Chain chain = new Chain();
    private final List<ArchiveFile> files = new ArrayList<>();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final MessageDigest digest = Json.sha256();
    private int from;
    private int until;
    private String file = "the beginning";
    private long lines;
    private Kind latest = Kind.FACT;

    private ArchiveReader(InputStream in, Contents contents) {
        this.in = in;
        this.contents = contents;
    }

    /**
     * Reads all of it.
     *
     * @throws BadArchiveException at the first line that is not as it was exported
     */
    public static Manifest read(InputStream in, Contents contents) throws IOException {
        return new ArchiveReader(in, contents).read();
    }

    private Manifest read() throws IOException {
        for (byte[] next = nextLine(); next != null; next = nextLine()) {
            switch (Line.parse(next)) {
                case null -> throw counted().bad("is cut, or is no line of an archive");
                case FileBegins begins -> beginFile(begins.name());
                case Linked linked -> {
                    Place place = counted();
                    digest.update(next);
                    digest.update((byte) '\n');
                    check(linked, place);
                    if (linked.kind() == Kind.MANIFEST) {
                        return end(linked, place);
                    }
                    pass(linked, place);
                }
            }
        }
        throw counted().bad("is missing: the archive has been cut, for it ends without a manifest");
    }

    private Place counted() {
        lines++;
        return new Place(file, lines);
    }

    private void beginFile(String name) {
        closeFile();
        file = name;
    }

    private void closeFile() {
        if (lines > 0) {
            files.add(new ArchiveFile(file, lines, HexFormat.of().formatHex(digest.digest())));
            lines = 0;
        }
    }

    private void check(Linked linked, Place place) {
        if (!chain.add(linked.json()).equals(linked.chain())) {
            throw place.bad("is not what was exported here: it was altered, or lines before it are missing or others");
        }
        if (linked.kind().compareTo(latest) < 0) {
            throw place.bad("comes too late: there is no " + linked.kind().word() + " after a " + latest.word());
        }
        latest = linked.kind();
        counts.merge(linked.kind(), 1L, Long::sum);
    }

    private void pass(Linked linked, Place place) {
        switch (linked.kind()) {
            case FACT -> contents.fact(content(linked, ArchivedFact.class, place), place);
            case REFUSAL -> contents.refusal(content(linked, ArchivedRefusal.class, place), place);
            case ACCOUNT -> contents.account(content(linked, ArchivedAccount.class, place), place);
            case MANIFEST -> throw new IllegalStateException("nothing comes after a manifest");
        }
    }

    private static <T> T content(Linked linked, Class<T> type, Place place) {
        try {
            return Json.MAPPER.readValue(linked.json(), type);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw place.bad("has no " + linked.kind().word() + " that this version can read");
        }
    }

    private Manifest end(Linked linked, Place place) throws IOException {
        Manifest manifest = content(linked, Manifest.class, place);
        lines = 0;
        if (nextLine() != null) {
            throw place.bad("is followed by more, which was not exported");
        }
        if (manifest.format() != Manifest.FORMAT || !manifest.product().equals(Manifest.PRODUCT)) {
            throw place.bad("is of an archive that this version does not know: " + manifest.product() + ", format "
                    + manifest.format());
        }
        if (!file.equals(ArchiveWriter.MANIFEST) || !manifest.files().equals(files)) {
            throw place.bad("tells of other files: " + difference(manifest));
        }
        if (manifest.facts() != counts.getOrDefault(Kind.FACT, 0L)
                || manifest.refusals() != counts.getOrDefault(Kind.REFUSAL, 0L)
                || manifest.accounts() != counts.getOrDefault(Kind.ACCOUNT, 0L)) {
            throw place.bad("counts other lines than there are");
        }
        contents.end(manifest, place);
        return manifest;
    }

    private String difference(Manifest manifest) {
        for (int index = 0; index < Math.max(files.size(), manifest.files().size()); index++) {
            if (index >= files.size()) {
                return manifest.files().get(index).name() + " is missing";
            }
            if (index >= manifest.files().size() || !manifest.files().get(index).equals(files.get(index))) {
                return files.get(index).name() + " is not one of them, or not as it was";
            }
        }
        return "its own name is " + file;
    }

    /** The next line without its end; null behind the last. */
    private byte @Nullable [] nextLine() throws IOException {
        line.reset();
        while (true) {
            if (from == until) {
                until = in.read(buffer);
                from = 0;
                if (until < 0) {
                    until = 0;
                    return ended();
                }
            }
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() >= Line.MAX_BYTES) {
                throw counted().bad("is larger than " + Line.MAX_BYTES + " bytes");
            }
            boolean whole = end < until;
            from = whole ? end + 1 : end;
            if (whole) {
                return line.toByteArray();
            }
        }
    }

    private byte @Nullable [] ended() {
        if (line.size() > 0) {
            throw counted().bad("is cut: it has no end");
        }
        return null;
    }
}
