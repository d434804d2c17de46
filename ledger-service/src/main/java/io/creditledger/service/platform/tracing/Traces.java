package io.creditledger.service.platform.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** Begins steps, for those requests that are followed: what is not costs a look at the thread's own state. */
public final class Traces {

    /** Follows nothing. */
    public static final Traces NONE = new Traces(null);

    private final @Nullable Tracer tracer;

    Traces(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** A step of what this thread is at. */
    public Step begin(String name) {
        if (tracer == null) {
            return Step.NOTHING;
        }
        Span current = tracer.currentSpan();
        if (current == null || !isFollowed(current)) {
            return Step.NOTHING;
        }
        return Step.begun(
                tracer,
                tracer.spanBuilder().setParent(current.context()).name(name).start());
    }

    /** The same work, as part of what this thread is at, on whichever thread it runs. */
    public Runnable carriedOn(Runnable work) {
        return tracer == null || !isFollowed(tracer.currentSpan())
                ? work
                : tracer.currentTraceContext().wrap(work);
    }

    private static boolean isFollowed(@Nullable Span span) {
        return span != null
                && !span.isNoop()
                && Boolean.TRUE.equals(span.context().sampled());
    }
}
