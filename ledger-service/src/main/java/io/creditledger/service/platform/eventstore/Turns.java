package io.creditledger.service.platform.eventstore;

/**
 * The turns that processes take to store on one PostgreSQL. One that is alone is at it all the time, and what comes meanwhile shares its
 * next commit. Of two that are at it all the time each gathers half as much, and needs as many commits for it: what is stored costs more
 * of them, and of the PostgreSQL they share.
 */
final class Turns {

    /** Fewer at once mean that there is time to spare, and that waiting for more would only be waiting. */
    private static final int BUSY_ROWS = 4;

    /** The global index of the last event of this process. */
    private long lastIndex;

    private int lastRows;

    /** Whether another process has stored events between this one's last and those before. */
    private boolean shared;

    /** One began that is to store so many events and refusals. */
    void began(int rows) {
        lastRows = rows;
    }

    /** It added events after all that were there. */
    void added(long firstIndex, int events) {
        shared = firstIndex != lastIndex + 1;
        lastIndex = firstIndex + events - 1;
    }

    /** Whether they are shared and follow one another so fast that it pays to let some time pass between them. */
    boolean areCrowded() {
        return shared && lastRows >= BUSY_ROWS;
    }
}
