package io.creditledger.projections.platform;

import java.util.List;
import java.util.function.Consumer;
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
}
