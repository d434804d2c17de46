package io.creditledger.service.platform.http;

import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests in with so many bytes of bodies, and says no to the next before it is read: what is under way fits into
 * memory however many come. Those who look after the ledger, and the payment provider, have room of their own.
 */
@Component
@Order(FilterOrder.ADMISSION)
class AdmissionFilter extends OncePerRequestFilter {

    /** A body is read whole, and what is made of it is several times as large. */
    private static final int PART_OF_HEAP = 32;

    private static final int OPERATIONS_AT_ONCE = 64;
    static final String OPERATIONS_PATH = "/actuator";
    private static final String STREAM_PATH = "/stream";

    private final BodyLimits bodies;
    private final Room requests;
    private final Room webhooks;
    private final Room operations;
    private final RequestsUnderWay underWay;

    AdmissionFilter(HttpProperties properties, BodyLimits bodies, MeterRegistry meters, RequestsUnderWay underWay) {
        this.bodies = bodies;
        this.underWay = underWay;
        this.requests = new Room("requests", properties.maxRequests(), bytesOf(properties.maxBodyBytes()), meters);
        this.webhooks = new Room(
                "webhooks",
                properties.maxWebhooks(),
                properties.maxWebhooks() * properties.maxWebhookBody().toBytes(),
                meters);
        this.operations = new Room(
                "operations",
                OPERATIONS_AT_ONCE,
                OPERATIONS_AT_ONCE * properties.maxBody().toBytes(),
                meters);
    }

    private static long bytesOf(@Nullable DataSize configured) {
        return configured == null ? Runtime.getRuntime().maxMemory() / PART_OF_HEAP : configured.toBytes();
    }

    /** Event streams have places of their own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().endsWith(STREAM_PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Room room = roomFor(request.getServletPath());
        int units = room.unitsOf(bodies.expectedLength(request));
        if (!room.enter(units)) {
            ProblemWriter.write(Problem.unavailable("more is under way than the ledger takes on at once"), response);
            return;
        }
        underWay.began();
        try {
            chain.doFilter(request, response);
        } finally {
            underWay.ended();
            room.leave(units);
        }
    }

    private Room roomFor(String path) {
        if (path.equals(BodyLimits.WEBHOOK_PATH)) {
            return webhooks;
        }
        return path.startsWith(OPERATIONS_PATH) ? operations : requests;
    }

    /** So many requests at once, and so much of their bodies. */
    private static final class Room {

        private static final int UNIT_BYTES = 1_024;

        private final Semaphore places;
        private final Semaphore units;
        private final int maxUnits;
        private final Counter refusals;

        Room(String name, int places, long bytes, MeterRegistry meters) {
            this.places = new Semaphore(places);
            this.maxUnits = Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE);
            this.units = new Semaphore(maxUnits);
            this.refusals = Counter.builder(LedgerMeters.NOT_ADMITTED.meterName())
                    .baseUnit(LedgerMeters.NOT_ADMITTED.unit())
                    .description(LedgerMeters.NOT_ADMITTED.description())
                    .tag("room", name)
                    .register(meters);
        }

        /** A body that is larger than the room has it for itself. */
        int unitsOf(long bytes) {
            return (int) Math.min((bytes + UNIT_BYTES - 1) / UNIT_BYTES, maxUnits);
        }

        boolean enter(int wanted) {
            if (!places.tryAcquire()) {
                refusals.increment();
                return false;
            }
            if (wanted > 0 && !units.tryAcquire(wanted)) {
                places.release();
                refusals.increment();
                return false;
            }
            return true;
        }

        void leave(int taken) {
            units.release(taken);
            places.release();
        }
    }
}
