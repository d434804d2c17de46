package io.creditledger.projections.platform;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Opens shadows of the read models that run here. */
public final class Shadows {

    private final List<Projection> projections;
    private final JdbcConnectionDetails server;

    Shadows(List<Projection> projections, JdbcConnectionDetails server) {
        this.projections = List.copyOf(projections);
        this.server = server;
    }

    /**
     * An empty shadow with a connection of its own.
     *
     * @param faults hears of facts that a read model can't apply
     */
    public Shadow open(Consumer<ShadowModel.Fault> faults) {
        return Shadow.of(projections, server, faults);
    }

    /** An empty shadow of some read models alone. */
    public Shadow open(Set<String> names, Consumer<ShadowModel.Fault> faults) {
        return Shadow.of(named(names), server, faults);
    }

    private List<Projection> named(Set<String> names) {
        return projections.stream()
                .filter(projection -> names.contains(projection.group()))
                .toList();
    }

    /**
     * A shadow in {@link NextTables}, with a connection of its own.
     *
     * @param names of the read models that it has
     * @param faults hears of facts that a read model can't apply
     */
    public Shadow openNext(Set<String> names, Consumer<ShadowModel.Fault> faults) {
        return Shadow.next(named(names), server, faults);
    }

    /** The names of the read models. */
    public Set<String> names() {
        return projections.stream().map(Projection::group).collect(Collectors.toUnmodifiableSet());
    }
}
