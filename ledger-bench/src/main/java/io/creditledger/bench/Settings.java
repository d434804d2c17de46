package io.creditledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be said on the command line.
 *
 * @param benchmarks the names of those to run; all of them when empty
 * @param numbers the options with a number that were given, by name
 */
record Settings(List<String> benchmarks, boolean json, boolean help, Map<String, Integer> numbers) {

    static final String SECONDS = "seconds";
    static final String WARM_UP = "warm-up";
    static final String ACCOUNTS = "accounts";
    static final String IN_FLIGHT = "in-flight";
    static final String CONNECTIONS = "connections";
    static final String EVENTS = "events";
    static final String SAMPLES = "samples";
    static final String ROUNDS = "rounds";

    private static final Map<String, String> OPTIONS = new TreeMap<>(Map.of(
            SECONDS, "how long to measure (20)",
            WARM_UP, "how many seconds to warm up before (15)",
            ACCOUNTS, "how many accounts share the load (10000; replay 2000)",
            IN_FLIGHT, "how many commands are in flight at once (256)",
            CONNECTIONS, "how many HTTP connections (64)",
            SAMPLES, "how many wrong keys of each kind (20000)",
            ROUNDS, "how often to measure each way in turn: nodes (5)",
            EVENTS, "how long a history to build: history (100000), replay (1000000)"));

    static Settings of(String... arguments) {
        List<String> benchmarks = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        boolean json = false;
        boolean help = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            switch (argument) {
                case "--json" -> json = true;
                case "--help", "-h" -> help = true;
                case String option
                when option.startsWith("--") -> {
                    numbers.put(knownOption(option), number(option, arguments, i + 1));
                    i++;
                }
                default -> benchmarks.add(argument);
            }
        }
        return new Settings(List.copyOf(benchmarks), json, help, numbers);
    }

    private static String knownOption(String option) {
        String name = option.substring(2);
        if (!OPTIONS.containsKey(name)) {
            throw new IllegalArgumentException("there is no option " + option);
        }
        return name;
    }

    private static int number(String option, String[] arguments, int at) {
        try {
            int number = at < arguments.length ? Integer.parseInt(arguments[at]) : 0;
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " needs a number above zero", notANumber);
        }
        throw new IllegalArgumentException(option + " needs a number above zero");
    }

    static String usage() {
        StringBuilder usage = new StringBuilder("usage: ./ledger bench [name...] [--json] [--option number...]\n\n");
        Benchmark.all()
                .forEach(benchmark -> usage.append("  %-14s %s%n".formatted(benchmark.name(), benchmark.question())));
        usage.append('\n');
        OPTIONS.forEach((name, meaning) -> usage.append("  --%-12s %s%n".formatted(name, meaning)));
        return usage.toString();
    }

    int number(String option, int otherwise) {
        return numbers.getOrDefault(option, otherwise);
    }

    Duration measuring() {
        return Duration.ofSeconds(number(SECONDS, 20));
    }

    Duration warmingUp() {
        return Duration.ofSeconds(number(WARM_UP, 15));
    }
}
