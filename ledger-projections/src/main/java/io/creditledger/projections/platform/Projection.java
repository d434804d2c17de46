package io.creditledger.projections.platform;

import java.util.List;

/**
 * A read model that answers one question. It has a processing group, tables, a place in the history and a reset of its own.
 *
 * <p>Its event handler only folds facts into rows that are kept with the unit of work; {@link #write} then stores the rows of
 * the whole batch at once, in the transaction that also moves the group's place in the history.
 */
public interface Projection {

    /** The name of its processing group, and what the names of its tables begin with. */
    String group();

    /** Up to where it has applied the facts of each account. */
    Progress progress();

    /**
     * Writes what was folded since the last write or {@link #discard}.
     *
     * @param steps how far each account moves
     * @return how many accounts moved; those that are not where their step begins do not, and then nothing may be kept
     */
    int write(List<Step> steps);

    /** Forgets what was folded since the last write. */
    void discard();
}
