package io.creditledger.service.audit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is being written, under another name until all of it is there. Only its owner may read it: it tells of customers. */
final class Unfinished implements AutoCloseable {

    private final Path target;
    private final Path part;

    Unfinished(Path target) {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
    }

    OutputStream file() throws IOException {
        makeParent();
        return Files.newOutputStream(Files.createFile(part, ownersAlone("rw-------")), StandardOpenOption.WRITE);
    }

    Path folder() throws IOException {
        makeParent();
        return Files.createDirectory(part, ownersAlone("rwx------"));
    }

    private void makeParent() throws IOException {
        if (target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
    }

    private static FileAttribute<?>[] ownersAlone(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Gives it its own name. */
    void finish() throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing behind that was not finished. */
    @Override
    public void close() throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> all = Files.walk(part)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
