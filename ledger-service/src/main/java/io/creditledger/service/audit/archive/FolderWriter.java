package io.creditledger.service.audit.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes the stream of an archive as the files that it tells of. What it is given has been checked, or will be before it is kept. */
public final class FolderWriter extends OutputStream {

    private final Path folder;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private OutputStream file = nullOutputStream();

    public FolderWriter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void write(int one) throws IOException {
        line.write(one);
        if (line.size() > Line.MAX_BYTES) {
            throw new IOException("a line of the archive has no end");
        }
        if (one == '\n') {
            endLine();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int index = offset; index < offset + length; index++) {
            write(bytes[index]);
        }
    }

    private void endLine() throws IOException {
        byte[] whole = line.toByteArray();
        line.reset();
        // Most lines are of facts, and need not be understood here.
        if (whole.length > 2
                && whole[2] == 'f'
                && Line.parse(Arrays.copyOf(whole, whole.length - 1)) instanceof Line.FileBegins begins) {
            begin(begins.name());
        } else {
            file.write(whole);
        }
    }

    private void begin(String name) throws IOException {
        if (!Kind.isFileName(name)) {
            throw new IOException("an archive has no file " + name);
        }
        file.close();
        file = new BufferedOutputStream(
                Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void close() throws IOException {
        line.writeTo(file);
        file.close();
    }
}
