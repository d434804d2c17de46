package io.creditledger.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which processors a process may run on, by their numbers. They are given with {@code taskset}, as a container is given some of its
 * machine's, and whoever runs may be given others.
 */
record Processors(List<Integer> numbers) {

    private static final int TIMES_AGAIN = 20;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    /** Those that this process may run on. */
    static Processors available() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .map(line -> listed(line.substring(ALLOWED.length()).strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(STATUS + " does not name the processors"));
        }
    }

    /** As Linux lists them: numbers and ranges, such as {@code 0-3,8}. */
    static Processors listed(String list) {
        return new Processors(Stream.of(list.split(",", -1))
                .flatMap(range -> {
                    String[] ends = range.split("-", -1);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                            .boxed();
                })
                .toList());
    }

    /** As many parts of the same size as are wanted; what is left over belongs to none. */
    List<Processors> parts(int wanted) {
        int each = numbers.size() / wanted;
        if (each == 0) {
            throw new IllegalStateException(numbers.size() + " processors can't be had by " + wanted);
        }
        List<Processors> parts = new ArrayList<>();
        for (int part = 0; part < wanted; part++) {
            parts.add(new Processors(numbers.subList(part * each, (part + 1) * each)));
        }
        return List.copyOf(parts);
    }

    /** Keeps all threads of a process, and those that they begin, to these. A thread that ends meanwhile makes it begin anew. */
    void keep(long process) throws IOException, InterruptedException {
        String complaint = complaintOfKeeping(process);
        for (int again = 0; !complaint.isEmpty() && again < TIMES_AGAIN; again++) {
            complaint = complaintOfKeeping(process);
        }
        if (!complaint.isEmpty()) {
            throw new IllegalStateException("a process could not be kept to processors " + list() + ": " + complaint);
        }
    }

    private String complaintOfKeeping(long process) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder(
                        "taskset", "--all-tasks", "--cpu-list", "--pid", list(), Long.toString(process))
                .redirectErrorStream(true)
                .start();
        String answer = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return taskset.waitFor() == 0 ? "" : "taskset: " + answer;
    }

    private String list() {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
