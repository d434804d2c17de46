package io.creditledger.service.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right of one living process to a data directory. The operating system takes it back when the process dies, however it
 * dies, so whoever holds it knows that a PostgreSQL still running there is an orphan.
 */
final class DataDirectoryLock implements AutoCloseable {

    private static final String FILE = "ledger.lock";

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataDirectoryLock acquire(Path dataDirectory) throws IOException {
        FileChannel channel =
                FileChannel.open(dataDirectory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("Another running ledger uses the data directory " + dataDirectory
                    + ". Stop it first, or set LEDGER_DATA_DIR to a directory of its own.");
        }
        return new DataDirectoryLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
