package io.creditledger.service.platform.http;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first that is done when the ledger is told to stop: it goes on answering for a while, says to whoever asks for its health that it
 * is not ready, and ends each connection with its answer. So a balancer sends what is new elsewhere before anything is closed, and nobody
 * is left with a request that arrived on a connection no longer read.
 */
@Component
class Draining implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final HttpProperties properties;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(HttpProperties properties) {
        this.properties = properties;
    }

    boolean isDraining() {
        return draining;
    }

    @Override
    public void start() {
        draining = false;
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (properties.drainTime().isPositive()) {
            log.info("Told to stop: not ready any more, and answers for {} yet", properties.drainTime());
            draining = true;
            rest();
        }
    }

    private void rest() {
        long until = System.nanoTime() + properties.drainTime().toNanos();
        long left = until - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before event streams end and the web server waits for its requests to. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
