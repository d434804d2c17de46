package io.creditledger.service.audit.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the files of a folder as the one stream that they were written from. */
public final class FolderReader {

    /** Makes a line that has lost its end one that can't be mistaken for a whole one. */
    private static final byte[] NO_END = "?\n".getBytes(StandardCharsets.US_ASCII);

    private FolderReader() {}

    /**
     * Opens a folder.
     *
     * @throws BadArchiveException without a manifest that can be read, or with a file missing
     */
    public static InputStream open(Path folder) throws IOException {
        List<Supplier<InputStream>> parts = new ArrayList<>();
        for (ArchiveFile file : manifest(folder).files()) {
            add(folder, file.name(), parts);
        }
        add(folder, ArchiveWriter.MANIFEST, parts);
        return new Parts(parts.iterator());
    }

    /** Which files there are has to be known before they are read; whether it is right is found at their end. */
    private static Manifest manifest(Path folder) throws IOException {
        Place place = new Place(ArchiveWriter.MANIFEST, 1);
        Path file = folder.resolve(ArchiveWriter.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw place.bad("is missing: the archive is not whole");
        }
        if (Files.size(file) > Line.MAX_BYTES) {
            throw place.bad("is larger than " + Line.MAX_BYTES + " bytes");
        }
        String line = Files.readString(file, StandardCharsets.ISO_8859_1).stripTrailing();
        if (Line.parse(line.getBytes(StandardCharsets.ISO_8859_1)) instanceof Line.Linked linked
                && linked.kind() == Kind.MANIFEST) {
            try {
                return Json.MAPPER.readValue(linked.json(), Manifest.class);
            } catch (JacksonException unreadable) {
                // Said below.
            }
        }
        throw place.bad("is no manifest that this version can read");
    }

    private static void add(Path folder, String name, List<Supplier<InputStream>> parts) {
        Path file = folder.resolve(name);
        // The name is from the archive, and must not lead out of its folder.
        if (!Kind.isFileName(name) || !Files.isRegularFile(file)) {
            throw new Place(name, 1).bad("is missing");
        }
        parts.add(() -> new ByteArrayInputStream(Line.fileBegins(name)));
        parts.add(() -> new WithEnd(open(name, file)));
    }

    private static InputStream open(String name, Path file) {
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(name, gone);
        }
    }

    /** A file whose last line has an end. */
    private static final class WithEnd extends FilterInputStream {

        private int last = '\n';
        private @Nullable InputStream added;

        WithEnd(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (added != null) {
                return added.read(buffer, offset, length);
            }
            int got = super.read(buffer, offset, length);
            if (got > 0) {
                last = buffer[offset + got - 1];
                return got;
            }
            if (got < 0 && last != '\n') {
                added = new ByteArrayInputStream(NO_END);
                return added.read(buffer, offset, length);
            }
            return got;
        }
    }

    /** One part after the other, each opened when the one before it has ended. */
    private static final class Parts extends InputStream {

        private final Iterator<Supplier<InputStream>> next;
        private InputStream part = nullInputStream();

        Parts(Iterator<Supplier<InputStream>> next) {
            this.next = next;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = part.read(buffer, offset, length);
            while (got < 0 && next.hasNext()) {
                part.close();
                part = next.next().get();
                got = part.read(buffer, offset, length);
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            part.close();
        }
    }
}
