package io.creditledger.service.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the people and programs around a ledger do, and the scopes that each of them needs for it. */
public enum Role {
    /** A service of the platform: opens accounts, grants, spends. */
    SERVICE,
    /** The owner of an account, at the dashboard. */
    CUSTOMER,
    /** Replays and verifies history. */
    AUDITOR,
    /** Runs the ledger: corrects, refunds, gives keys away. */
    OPERATOR;

    public Set<Scope> scopes() {
        return switch (this) {
            case SERVICE -> Set.of(Scope.COMMAND, Scope.QUERY);
            case CUSTOMER -> Set.of(Scope.QUERY, Scope.PURCHASE);
            case AUDITOR -> Set.of(Scope.AUDIT, Scope.QUERY);
            case OPERATOR -> Set.of(Scope.ADMIN);
        };
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
