package io.creditledger.projections.platform;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Goes on with the traces of requests that are followed, up to where what they stored is shown. */
final class FollowedFacts {

    /** Where the metadata of a fact has its place in a trace, if its request was followed. Part of the storage format. */
    private static final String TRACEPARENT = "traceparent";

    private final @Nullable Propagator propagator;

    private FollowedFacts(@Nullable Propagator propagator) {
        this.propagator = propagator;
    }

    /** Follows nothing where nobody takes traces: the metadata of facts isn't even read then. */
    static FollowedFacts of(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        Tracer found = tracer.getIfAvailable();
        return new FollowedFacts(found == null || found == Tracer.NOOP ? null : propagator.getIfAvailable());
    }

    /** Begins a step for each fact of a batch that is followed. */
    List<Span> begin(String group, Collection<List<DomainEventMessage<?>>> facts) {
        if (propagator == null) {
            return List.of();
        }
        List<Span> steps = new ArrayList<>();
        for (List<DomainEventMessage<?>> ofAccount : facts) {
            for (DomainEventMessage<?> fact : ofAccount) {
                if (fact.getMetaData().containsKey(TRACEPARENT)) {
                    steps.add(begin(propagator, group, fact.getMetaData()));
                }
            }
        }
        return steps;
    }

    private static Span begin(Propagator propagator, String group, MetaData metadata) {
        return propagator
                .extract(metadata, (carrier, name) -> carrier.get(name) instanceof String value ? value : null)
                .name("project " + group)
                .start();
    }
}
