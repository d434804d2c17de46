package io.creditledger.service.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What no schema tells: the ids of what is there, and words that mean something to the ledger. */
final class KnownValues {

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> exclusive = new HashSet<>();

    void add(String name, String... more) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(List.of(more));
    }

    /** Values beside which no other does, though the schema admits it. */
    void addOnly(String name, String... all) {
        add(name, all);
        exclusive.add(name);
    }

    boolean isExclusive(String name) {
        return exclusive.contains(name);
    }

    /** Takes note of the ids of what an answer says has come to be, and of where its page ends. */
    void learn(JsonNode answer) {
        answer.properties().stream()
                .filter(field ->
                        field.getKey().endsWith("Id") && field.getValue().isString())
                .filter(field -> !field.getKey().equals("accountId"))
                .forEach(field -> add(field.getKey(), field.getValue().asString()));
    }

    void learnCursor(JsonNode page) {
        if (page.path("nextCursor").isString()) {
            add("cursor", page.path("nextCursor").asString());
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> any(String name, Random random) {
        List<String> known = values.getOrDefault(name, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }
}
