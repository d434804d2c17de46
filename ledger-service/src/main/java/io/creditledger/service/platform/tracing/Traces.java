package io.creditledger.service.platform.tracing;

import io.creditledger.service.account.RequestMetadata;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Begins steps, for those requests that are followed: what is not costs a look at the thread's own state. */
public final class Traces {

    /** Follows nothing. */
    public static final Traces NONE = new Traces(null, Propagator.NOOP);

    /** Of the header {@code traceparent} of W3C Trace Context, version 00, with the last flag set: somebody follows the request. */
    private static final Pattern FOLLOWED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f][13579bdf]");

    private final @Nullable Tracer tracer;
    private final Propagator propagator;

    Traces(@Nullable Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Whether it is the place of a request in a trace, as {@link RequestMetadata#TRACEPARENT} has it, and somebody follows it. */
    public static boolean isFollowed(@Nullable Object traceparent) {
        return traceparent instanceof String place && FOLLOWED.matcher(place).matches();
    }

    /** A step of what this thread is at. */
    public Step begin(String name) {
        Span current = current();
        if (tracer == null || current == null) {
            return Step.NOTHING;
        }
        return Step.begun(
                tracer,
                tracer.spanBuilder().setParent(current.context()).name(name).start());
    }

    /** A step of what this thread is at; or, where nobody follows that, of whatever sent the message with this metadata. */
    public Step begin(String name, Map<String, ?> metadata) {
        Step step = begin(name);
        if (tracer == null || step.isFollowed() || !isFollowed(metadata.get(RequestMetadata.TRACEPARENT))) {
            return step;
        }
        return Step.begun(
                tracer,
                propagator
                        .extract(metadata, (carrier, key) -> carrier.get(key) instanceof String value ? value : null)
                        .name(name)
                        .start());
    }

    /** Where this thread is, as metadata of what it sends to another process; nothing where nobody follows it. */
    public Map<String, String> place() {
        Span current = current();
        return tracer == null || current == null
                ? Map.of()
                : Map.of(
                        RequestMetadata.TRACEPARENT, Step.begun(tracer, current).traceparent());
    }

    /** The same work, as part of what this thread is at, on whichever thread it runs. */
    public Runnable carriedOn(Runnable work) {
        return tracer == null || current() == null
                ? work
                : tracer.currentTraceContext().wrap(work);
    }

    /** What this thread is at, if somebody follows it. */
    private @Nullable Span current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        return span == null
                        || span.isNoop()
                        || !Boolean.TRUE.equals(span.context().sampled())
                ? null
                : span;
    }
}
