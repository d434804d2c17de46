package io.creditledger.projections.platform;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Who holds a segment: this process, and which of its application contexts, since two may run beside each other. */
final class NodeId {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    private NodeId() {}

    static String ofThisProcess() {
        return ManagementFactory.getRuntimeMXBean().getName() + '/' + CONTEXTS.incrementAndGet();
    }
}
