package io.creditledger.service.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a caller may do. The words are part of the HTTP contract. */
public enum Scope {
    /** Send commands that move credits, and open dashboard sessions for customers. */
    COMMAND("ledger:command"),
    /** Read what the read models know. */
    QUERY("ledger:query"),
    /** Buy credits, and see to cards and automatic top-ups. */
    PURCHASE("ledger:purchase"),
    /** Read the stored facts and verify them; whoever may do that may read the read models too. */
    AUDIT("ledger:audit"),
    /** Everything, corrections, refunds and keys among it. */
    ADMIN("ledger:admin");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** What whoever has these scopes may do in all. */
    static Set<Scope> impliedBy(Set<Scope> given) {
        if (given.contains(ADMIN)) {
            return EnumSet.allOf(Scope.class);
        }
        EnumSet<Scope> all = EnumSet.noneOf(Scope.class);
        all.addAll(given);
        if (given.contains(AUDIT)) {
            all.add(QUERY);
        }
        return all;
    }
}
