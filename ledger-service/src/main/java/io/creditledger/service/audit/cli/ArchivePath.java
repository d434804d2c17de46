package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.ArchiveReader;
import io.creditledger.service.audit.archive.Contents;
import io.creditledger.service.audit.archive.FolderReader;
import io.creditledger.service.audit.archive.Manifest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive on the disk: a folder of files, or one file with the lines of all of them. */
record ArchivePath(Path path) {

    /** Reads all of it, in the order in which it was written. */
    InputStream open() throws IOException {
        return Files.isDirectory(path) ? FolderReader.open(path) : new BufferedInputStream(Files.newInputStream(path));
    }

    /** The same for whoever sends it on. */
    InputStream openUnchecked() {
        try {
            return open();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * Reads and checks all of it.
     *
     * @throws io.creditledger.service.audit.archive.BadArchiveException at the first line that is not as it was exported
     */
    Manifest check(Contents contents) {
        try (InputStream lines = open()) {
            return ArchiveReader.read(lines, contents);
        } catch (IOException failed) {
            throw new CouldNotRunException("The archive can't be read: " + failed.getMessage(), failed);
        }
    }
}
