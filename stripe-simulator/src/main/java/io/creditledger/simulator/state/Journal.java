package io.creditledger.simulator.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file with one line for each change. A change is there wholly or not at all: a line that was cut off by a crash is
 * not read.
 */
final class Journal implements AutoCloseable {

    private static final String NAME = "stripe-simulator.jsonl";

    private final Path file;
    private FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal in(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(NAME);
            return new Journal(file, open(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<ObjectNode> read() {
        List<ObjectNode> changes = new ArrayList<>();
        try {
            // Decoded as far as it goes: what a crash has cut off may end within a character.
            String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String line : content.lines().toList()) {
                JsonNode change = Json.MAPPER.readTree(line);
                if (change instanceof ObjectNode object) {
                    changes.add(object);
                }
            }
        } catch (JacksonException cutOff) {
            return changes;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return changes;
    }

    void append(ObjectNode change) {
        try {
            write(channel, change);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts one line in the place of all. */
    void replaceBy(ObjectNode everything) {
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel written = open(fresh)) {
                write(written, everything);
                written.force(true);
            }
            channel.close();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel = open(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void write(FileChannel channel, ObjectNode change) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((change + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
