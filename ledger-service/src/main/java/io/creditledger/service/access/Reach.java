package io.creditledger.service.access;

import java.util.List;
import java.util.Set;

/** Which accounts a caller knows of. All others do not exist for it. */
public sealed interface Reach {

    boolean covers(String accountId);

    /** Whether every account whose id begins so is covered. */
    boolean coversAll(String prefix);

    /** All accounts, those still to be opened too. */
    record Everything() implements Reach {

        @Override
        public boolean covers(String accountId) {
            return true;
        }

        @Override
        public boolean coversAll(String prefix) {
            return true;
        }
    }

    /**
     * Some accounts.
     *
     * @param accounts ids, whole
     * @param prefixes what the ids of others begin with
     */
    record Only(Set<String> accounts, List<String> prefixes) implements Reach {

        public Only {
            accounts = Set.copyOf(accounts);
            prefixes = List.copyOf(prefixes);
        }

        @Override
        public boolean covers(String accountId) {
            return accounts.contains(accountId) || prefixes.stream().anyMatch(accountId::startsWith);
        }

        @Override
        public boolean coversAll(String prefix) {
            return prefixes.stream().anyMatch(prefix::startsWith);
        }
    }

    static Reach everything() {
        return new Everything();
    }

    static Reach onlyAccount(String accountId) {
        return new Only(Set.of(accountId), List.of());
    }

    /** Those with one of the prefixes; everything if there is none. */
    static Reach ofPrefixes(List<String> prefixes) {
        return prefixes.isEmpty() ? everything() : new Only(Set.of(), prefixes);
    }
}
