package io.creditledger.simulator.state;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects, oldest first. Whoever reads or changes them does so alone; what was saved meanwhile is written as one
 * change. Fields whose name starts with an underscore are the simulator's own and are shown to nobody.
 */
public final class Store implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Kind, SequencedMap<String, ObjectNode>> objects = new EnumMap<>(Kind.class);
    private final @Nullable Journal journal;
    private ObjectNode unwritten = Json.object();

    private Store(@Nullable Journal journal) {
        this.journal = journal;
        for (Kind kind : Kind.values()) {
            objects.put(kind, new LinkedHashMap<>());
        }
    }

    public static Store inMemory() {
        return new Store(null);
    }

    public static Store in(Path directory) {
        Journal journal = Journal.in(directory);
        Store store = new Store(journal);
        journal.read().forEach(store::apply);
        journal.replaceBy(store.everything());
        return store;
    }

    /** Does something that nothing else happens beside of. */
    public <T extends @Nullable Object> T alone(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            // Also what a refused payment has changed stays changed.
            if (lock.getHoldCount() == 1) {
                write();
            }
            lock.unlock();
        }
    }

    public @Nullable ObjectNode find(Kind kind, String id) {
        return table(kind).get(id);
    }

    public void save(Kind kind, ObjectNode object) {
        put(kind, Json.textOf(object, "id"), object);
    }

    public void put(Kind kind, String id, ObjectNode object) {
        table(kind).put(id, object);
        unwritten.withObject(kind.name()).set(id, object);
    }

    public void remove(Kind kind, String id) {
        table(kind).remove(id);
        unwritten.withObject(kind.name()).putNull(id);
    }

    public Stream<ObjectNode> oldestFirst(Kind kind) {
        return table(kind).sequencedValues().stream();
    }

    public Stream<ObjectNode> newestFirst(Kind kind) {
        return table(kind).sequencedValues().reversed().stream();
    }

    public int count(Kind kind) {
        return table(kind).size();
    }

    public void clear() {
        objects.values().forEach(Map::clear);
        unwritten = Json.object();
        if (journal != null) {
            journal.replaceBy(everything());
        }
    }

    private SequencedMap<String, ObjectNode> table(Kind kind) {
        SequencedMap<String, ObjectNode> table = objects.get(kind);
        if (table == null || !lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("the objects are touched only by whoever is alone with them");
        }
        return table;
    }

    private void write() {
        if (!unwritten.isEmpty()) {
            if (journal != null) {
                journal.append(unwritten);
            }
            unwritten = Json.object();
        }
    }

    private void apply(ObjectNode change) {
        objects.forEach((kind, table) -> {
            if (change.get(kind.name()) instanceof ObjectNode changed) {
                changed.properties().forEach(entry -> apply(table, entry.getKey(), entry.getValue()));
            }
        });
    }

    private static void apply(Map<String, ObjectNode> table, String id, JsonNode object) {
        if (object instanceof ObjectNode present) {
            table.put(id, present);
        } else {
            table.remove(id);
        }
    }

    private ObjectNode everything() {
        ObjectNode everything = Json.object();
        objects.forEach((kind, table) -> {
            ObjectNode all = everything.putObject(kind.name());
            table.forEach(all::set);
        });
        return everything;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (journal != null) {
                journal.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
