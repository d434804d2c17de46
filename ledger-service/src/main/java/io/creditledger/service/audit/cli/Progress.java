package io.creditledger.service.audit.cli;

import java.math.BigDecimal;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Tells whoever waits how far it is, how fast, and how long it takes: as a bar that moves, or as a line every few seconds. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long BETWEEN_LINES = Duration.ofSeconds(5).toNanos();

    private final Surroundings surroundings;
    private long lastLine = System.nanoTime() - BETWEEN_LINES;
    private int shown;

    Progress(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Shows a view that has events, eventsPerSecond, progressPercent and secondsLeft. */
    void show(JsonNode view) {
        BigDecimal percent = view.path("progressPercent").asDecimal(BigDecimal.ZERO);
        String text = percent.toPlainString() + " %  " + Text.number(view, "events") + " facts  "
                + Text.number(view, "eventsPerSecond") + " a second" + left(view.path("secondsLeft"));
        show(bar(percent), text);
    }

    /** Shows how much there is by now, where nobody knows how much it becomes. */
    void show(long facts, long perSecond) {
        show("", Text.number(facts) + " facts  " + Text.number(perSecond) + " a second");
    }

    private static String left(JsonNode seconds) {
        return seconds.isNumber() ? "  " + Text.time(seconds.asLong()) + " left" : "";
    }

    private static String bar(BigDecimal percent) {
        int full = percent.min(HUNDRED).multiply(BigDecimal.valueOf(WIDTH)).intValue() / HUNDRED.intValue();
        return "[" + "#".repeat(Math.max(0, full)) + ".".repeat(WIDTH - Math.max(0, full)) + "] ";
    }

    private void show(String bar, String text) {
        if (surroundings.terminal()) {
            String line = bar + text;
            surroundings.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            surroundings.err().flush();
            shown = line.length();
        } else if (System.nanoTime() - lastLine >= BETWEEN_LINES) {
            lastLine = System.nanoTime();
            surroundings.err().println(text);
            surroundings.err().flush();
        }
    }

    /** Leaves the bar where it is, and what follows below it. */
    @Override
    public void close() {
        if (shown > 0) {
            surroundings.err().println();
            surroundings.err().flush();
        }
    }
}
