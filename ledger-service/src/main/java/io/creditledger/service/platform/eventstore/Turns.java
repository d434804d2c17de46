package io.creditledger.service.platform.eventstore;

/**
 * The turns that processes take to store on one PostgreSQL. One that is alone is at it all the time, and what comes meanwhile shares its
 * next commit. Of two that are at it all the time each gathers half as much, and needs as many commits for it: what is stored costs more
 * of them, and of the PostgreSQL they share.
 */
final class Turns {

    /** Fewer at once mean that there is time to spare, and that waiting for more would only be waiting. */
    private static final int BUSY = 4;

    /** The global index of the last event of this process. */
    private long lastIndex;

    private int lastEvents;
    private boolean shared;

    /** Events were stored, or are to be. */
    void had(long firstIndex, int events) {
        shared = firstIndex != lastIndex + 1;
        lastIndex = firstIndex + events - 1;
        lastEvents = events;
    }

    /** Whether another process has stored events between this one's last and those before. */
    boolean areShared() {
        return shared;
    }

    /** Whether a turn for less than could be gathered in a while costs more than the while. */
    boolean areDearer() {
        return shared && lastEvents >= BUSY;
    }
}
