package io.creditledger.service.platform.threads;

/**
 * The threads of the operating system that carry virtual ones. Java has as many as processors, and a virtual thread that waits
 * while a class is being loaded for it keeps its carrier. When all carriers wait so for a lock that a virtual thread without a
 * carrier holds, nothing goes on, ever: on two processors two requests for something not asked before, beside a third that reads
 * from the same file of classes, are enough (JEP 491 names what still pins).
 */
public final class CarrierThreads {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    /** As many as Java itself makes at most when it has to. One that has nothing to carry ends after half a minute. */
    private static final int ENOUGH = 256;

    private CarrierThreads() {}

    /** Provides for enough of them, unless somebody has said how many. Too late once there is a virtual thread. */
    public static void provide() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, Integer.toString(ENOUGH));
        }
    }
}
