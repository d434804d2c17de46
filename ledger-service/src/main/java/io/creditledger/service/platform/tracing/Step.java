package io.creditledger.service.platform.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.Tracer.SpanInScope;
import org.jspecify.annotations.Nullable;

/** A piece of work for a request that is followed; or nothing at all, for most are not. To be ended once. */
public final class Step {

    /** What nobody follows. */
    public static final Step NOTHING = new Step(null, null);

    private static final Scope NO_SCOPE = () -> {};

    private final @Nullable Tracer tracer;
    private final @Nullable Span span;

    private Step(@Nullable Tracer tracer, @Nullable Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    static Step begun(Tracer tracer, Span span) {
        return new Step(tracer, span);
    }

    /** While it is open, what this thread begins is a part of the step. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    /** Whether anybody follows it; else the rest costs nothing and does nothing. */
    public boolean isFollowed() {
        return span != null;
    }

    public Scope open() {
        if (tracer == null) {
            return NO_SCOPE;
        }
        SpanInScope scope = tracer.withSpan(span);
        return scope::close;
    }

    /**
     * The step as the header {@code traceparent} of W3C Trace Context writes it.
     *
     * @throws IllegalStateException when nobody follows it
     */
    public String traceparent() {
        if (span == null) {
            throw new IllegalStateException("nobody follows it");
        }
        return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-01";
    }

    public void tag(String name, String value) {
        if (span != null) {
            span.tag(name, value);
        }
    }

    /** What went wrong, in one word and not in those of somebody's message, which may hold anything. */
    public void failed(Throwable failure) {
        if (span != null) {
            span.tag("error", failure.getClass().getSimpleName());
        }
    }

    public void end() {
        if (span != null) {
            span.end();
        }
    }
}
