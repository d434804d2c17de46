package io.creditledger.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one client was about to ask for and what came of it. A request is on disk before it is sent, so that none is forgotten,
 * whoever crashes.
 */
final class Journal implements AutoCloseable {

    private final FileChannel file;

    Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** How a request ended, as far as the client can tell. */
    enum Outcome {
        /** Nothing was heard: it may have happened or not. */
        UNKNOWN,
        /** The ledger said that it is recorded. */
        OK,
        /** It never reached the ledger. */
        FAIL
    }

    void invoke(Consumption asked) throws IOException {
        write("invoke %s %s %d %s%n".formatted(asked.account(), asked.key(), asked.amount(), asked.website()));
        file.force(false);
    }

    void ended(Consumption asked, Outcome outcome) throws IOException {
        write("%s %s%n".formatted(outcome, asked.key()));
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Every request of the journals in a folder with its outcome. */
    static Map<Consumption, Outcome> read(Path folder) throws IOException {
        List<Path> journals = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".journal")).forEach(journals::add);
        }
        Map<Consumption, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, Consumption> asked = new LinkedHashMap<>();
        for (Path journal : journals) {
            for (String line : Files.readAllLines(journal)) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("invoke")) {
                    Consumption consumption = new Consumption(words[1], words[2], Long.parseLong(words[3]), words[4]);
                    asked.put(consumption.key(), consumption);
                    outcomes.put(consumption, Outcome.UNKNOWN);
                } else {
                    outcomes.put(asked.get(words[1]), Outcome.valueOf(words[0]));
                }
            }
        }
        return outcomes;
    }
}
