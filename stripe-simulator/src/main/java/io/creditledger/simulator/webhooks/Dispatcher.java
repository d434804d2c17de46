package io.creditledger.simulator.webhooks;

import java.util.concurrent.locks.LockSupport;

/** Sends what is due, as long as the simulator runs. */
public final class Dispatcher implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    private static final long PAUSE_NANOS = 20_000_000;

    private final Deliveries deliveries;
    private final Runnable duty;
    private final Thread thread;
    private volatile boolean running = true;

    /** Also does something else again and again: what else becomes due. */
    public Dispatcher(Deliveries deliveries, Runnable duty) {
        this.deliveries = deliveries;
        this.duty = duty;
        this.thread =
                Thread.ofPlatform().daemon().name("stripe-simulator-dispatcher").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                duty.run();
                if (!deliveries.sendNext()) {
                    // Looked at again and again, since the clock may be any and may be put forward.
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (RuntimeException defect) {
                LOG.log(System.Logger.Level.ERROR, "The simulator failed", defect);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
