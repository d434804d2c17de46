package io.creditledger.service.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the ledger once more, as plainly as they can be put: lots in a list, sums by adding up. Answers each command with
 * what it did, as text: {@code ok}, or the name of the refusal.
 */
final class ReferenceAccount {

    private static final long NEVER = Long.MAX_VALUE;

    private final List<ReferenceLot> lots = new ArrayList<>();
    private final Map<String, ReferenceConsumption> consumptions = new HashMap<>();
    private final Map<String, String> requests = new HashMap<>();
    private long total;
    private long used;

    long total() {
        return total;
    }

    long used() {
        return used;
    }

    long available() {
        return lots.stream()
                .filter(lot -> !lot.pending)
                .mapToLong(lot -> lot.remaining)
                .sum();
    }

    long frozen() {
        return lots.stream()
                .filter(lot -> lot.pending)
                .mapToLong(lot -> lot.remaining)
                .sum();
    }

    Map<String, Long> remaining() {
        Map<String, Long> remaining = new HashMap<>();
        lots.forEach(lot -> remaining.put(lot.key, lot.remaining));
        return remaining;
    }

    String grant(String key, long now, long amount, int priority, boolean promotional, long from, long until) {
        String request = "grant" + amount + "/" + priority + "/" + promotional + "/" + from + "/" + until;
        String repeated = repeated(key, request);
        if (repeated != null) {
            return repeated;
        }
        passTime(now);
        long effectiveAt = from == 0 ? now : from;
        lots.add(new ReferenceLot(
                key,
                lots.size(),
                priority,
                promotional,
                effectiveAt,
                until == 0 ? NEVER : until,
                effectiveAt > now,
                amount));
        total += amount;
        return decided(key, request);
    }

    String consume(String key, long now, long amount) {
        String request = "consume" + amount;
        String repeated = repeated(key, request);
        if (repeated != null) {
            return repeated;
        }
        passTime(now);
        if (available() < amount) {
            return "InsufficientCredits";
        }
        ReferenceConsumption consumption = new ReferenceConsumption(amount, new ArrayList<>());
        long missing = amount;
        List<ReferenceLot> inOrder = lots.stream()
                .filter(lot -> !lot.pending && lot.remaining > 0)
                .sorted(Comparator.<ReferenceLot>comparingInt(lot -> lot.priority)
                        .thenComparingLong(lot -> lot.expiresAt)
                        .thenComparing(lot -> lot.promotional ? 0 : 1)
                        .thenComparingLong(lot -> lot.effectiveAt)
                        .thenComparingInt(lot -> lot.age))
                .toList();
        for (ReferenceLot lot : inOrder) {
            long drawn = Math.min(lot.remaining, missing);
            lot.remaining -= drawn;
            missing -= drawn;
            if (drawn > 0) {
                consumption.unreturned.add(new long[] {lot.age, drawn});
            }
        }
        used += amount;
        consumptions.put(key, consumption);
        return decided(key, request);
    }

    String reverse(String key, long now, String consumptionKey, long amountOrZero) {
        String request = "reverse" + consumptionKey + "/" + amountOrZero;
        String repeated = repeated(key, request);
        if (repeated != null) {
            return repeated;
        }
        passTime(now);
        ReferenceConsumption consumption = consumptions.get(consumptionKey);
        if (consumption == null) {
            return "ConsumptionNotFound";
        }
        long left = consumption.unreturned.stream().mapToLong(draw -> draw[1]).sum();
        if (left == 0) {
            return "AlreadyReversed";
        }
        long amount = amountOrZero == 0 ? left : amountOrZero;
        if (amount > left) {
            return "ReversalExceedsConsumption";
        }
        long missing = amount;
        for (int i = consumption.unreturned.size() - 1; i >= 0 && missing > 0; i--) {
            long[] draw = consumption.unreturned.get(i);
            long back = Math.min(draw[1], missing);
            draw[1] -= back;
            missing -= back;
            lots.get((int) draw[0]).remaining += back;
        }
        used -= amount;
        passTime(now);
        return decided(key, request);
    }

    String revoke(String key, long now, String lotKey, long amountOrZero) {
        String request = "revoke" + lotKey + "/" + amountOrZero;
        String repeated = repeated(key, request);
        if (repeated != null) {
            return repeated;
        }
        passTime(now);
        ReferenceLot lot = lots.stream()
                .filter(candidate -> candidate.key.equals(lotKey))
                .findFirst()
                .orElse(null);
        if (lot == null) {
            return "LotNotFound";
        }
        if (lot.remaining == 0) {
            return "NothingToRevoke";
        }
        long amount = amountOrZero == 0 ? lot.remaining : amountOrZero;
        if (amount > lot.remaining) {
            return "RevocationExceedsUnspent";
        }
        lot.remaining -= amount;
        total -= amount;
        return decided(key, request);
    }

    void passTime(long now) {
        for (ReferenceLot lot : lots) {
            if (lot.remaining > 0 && lot.pending && lot.effectiveAt <= now) {
                lot.pending = false;
            }
            if (lot.remaining > 0 && lot.expiresAt <= now) {
                total -= lot.remaining;
                lot.remaining = 0;
            }
        }
    }

    private @Nullable String repeated(String key, String request) {
        String before = requests.get(key);
        if (before == null) {
            return null;
        }
        return before.equals(request) ? "repeated" : "IdempotencyKeyReused";
    }

    private String decided(String key, String request) {
        requests.put(key, request);
        return "ok";
    }

    private static final class ReferenceLot {
        private final String key;
        private final int age;
        private final int priority;
        private final boolean promotional;
        private final long effectiveAt;
        private final long expiresAt;
        private boolean pending;
        private long remaining;

        ReferenceLot(
                String key,
                int age,
                int priority,
                boolean promotional,
                long effectiveAt,
                long expiresAt,
                boolean pending,
                long remaining) {
            this.key = key;
            this.age = age;
            this.priority = priority;
            this.promotional = promotional;
            this.effectiveAt = effectiveAt;
            this.expiresAt = expiresAt;
            this.pending = pending;
            this.remaining = remaining;
        }
    }

    private record ReferenceConsumption(long amount, List<long[]> unreturned) {}
}
