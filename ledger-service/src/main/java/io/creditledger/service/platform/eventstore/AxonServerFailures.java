package io.creditledger.service.platform.eventstore;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * What the connector throws, in the words of the event store. It passes the answers of gRPC on as they are; only a code in their
 * trailers tells a conflict from an outage.
 */
public final class AxonServerFailures {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    /** Another event has the sequence number. */
    private static final String SEQUENCE_TAKEN = "AXONIQ-2000";

    private AxonServerFailures() {}

    /** The same failure, as a conflict or an outage if it is one of Axon Server's. */
    public static Throwable named(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answer) {
                return SEQUENCE_TAKEN.equals(codeOf(answer))
                        ? new ConcurrencyException("Another event has the sequence number", answer)
                        : unavailable(failure);
            }
            if (cause instanceof StreamClosedException
                    || cause instanceof StreamTimeoutException
                    || cause instanceof AxonServerException
                    || cause instanceof ExecutionException) {
                return unavailable(failure);
            }
        }
        return failure;
    }

    static <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            if (named(failure) instanceof RuntimeException known) {
                throw known;
            }
            throw failure;
        }
    }

    private static String codeOf(StatusRuntimeException answer) {
        Metadata trailers = answer.getTrailers();
        String code = trailers == null ? null : trailers.get(CODE);
        return code == null ? "" : code;
    }

    private static EventStoreUnavailableException unavailable(Throwable failure) {
        return new EventStoreUnavailableException("Axon Server did not confirm or answer", failure);
    }
}
