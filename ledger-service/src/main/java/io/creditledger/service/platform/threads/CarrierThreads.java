package io.creditledger.service.platform.threads;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the operating system that carry virtual ones. Java has as many as processors, and a virtual thread that waits
 * while a class is being loaded for it keeps its carrier. When all carriers wait so for a lock that a virtual thread without a
 * carrier holds, nothing goes on, ever: on two processors two requests for something not asked before, beside a third that reads
 * from the same file of classes, are enough (JEP 491 names what still pins).
 *
 * <p>So a thread that needs no carrier feels the pulse: a virtual thread that does nothing must get its turn. While it does not, there
 * are more carriers each time, until the holder of the lock has one. Many carriers from the start would do as well, and cost half of
 * the throughput: they take the processors from each other.
 */
public final class CarrierThreads {

    private static final Logger log = LoggerFactory.getLogger(CarrierThreads.class);

    /** As many as Java itself makes at most when it has to. */
    private static final int MOST = 256;

    private static final Duration BETWEEN_PULSES = Duration.ofMillis(250);

    /** A virtual thread that is only one of many under load has its turn long before. */
    private static final Duration STALLED_AFTER = Duration.ofSeconds(1);

    private static final Duration AGAIN_AFTER = Duration.ofMillis(100);

    /** What stalled once may go on stalling: classes are loaded as they are asked for. */
    private static final Duration CALM_AFTER = Duration.ofSeconds(30);

    private static final AtomicBoolean watched = new AtomicBoolean();
    private static final LongAdder stalls = new LongAdder();

    private CarrierThreads() {}

    /** Has them watched for as long as the process lives; asked again, it does nothing. */
    public static void watch() {
        if (watched.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("carrier-watch").start(CarrierThreads::watchForGood);
        }
    }

    /** How often no virtual thread went on for a second, until there were more carriers. */
    public static long stalls() {
        return stalls.sum();
    }

    private static void watchForGood() {
        VirtualThreadSchedulerMXBean scheduler =
                ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int usual = scheduler.getParallelism();
        int carriers = usual;
        long stalledAt = System.nanoTime();
        try {
            while (true) {
                int enough = awaitPulse(scheduler, carriers);
                if (enough > carriers) {
                    carriers = enough;
                    stalledAt = System.nanoTime();
                    stalls.increment();
                    // Not before: whoever waits may have the log.
                    log.warn("No virtual thread went on, until there were {} carriers; usual are {}", carriers, usual);
                } else if (carriers > usual && System.nanoTime() - stalledAt > CALM_AFTER.toNanos()) {
                    carriers = usual;
                    scheduler.setParallelism(usual);
                }
                LockSupport.parkNanos(BETWEEN_PULSES.toNanos());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** With how many carriers a virtual thread has its turn: as many as there are, or twice as many again and again. */
    private static int awaitPulse(VirtualThreadSchedulerMXBean scheduler, int carriers) throws InterruptedException {
        CountDownLatch turn = new CountDownLatch(1);
        int enough = carriers;
        Duration patience = STALLED_AFTER;
        startVirtual(turn::countDown);
        while (!turn.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            patience = AGAIN_AFTER;
            // A machine may have more processors than that.
            enough = Math.max(enough, Math.min(MOST, 2 * enough));
            scheduler.setParallelism(enough);
            startVirtual(turn::countDown);
        }
        return enough;
    }

    /**
     * From a thread of its own: the scheduler makes another carrier when something comes into an empty queue, and which queue it comes
     * into depends on the thread that it comes from.
     */
    private static void startVirtual(Runnable task) {
        Thread.ofPlatform().daemon().name("carrier-pulse").start(() -> Thread.startVirtualThread(task));
    }
}
