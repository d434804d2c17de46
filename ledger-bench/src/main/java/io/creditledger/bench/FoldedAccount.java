package io.creditledger.bench;

import io.creditledger.api.purchase.events.PurchaseEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An account's numbers, added up from its events alone and compared with the balance that each event carries. */
final class FoldedAccount {

    /** The others of them tell of money and cards, and move no credits. */
    private static final Set<String> OF_PURCHASES = Arrays.stream(PurchaseEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private long revision = -1;
    private long total;
    private long used;

    long revision() {
        return revision;
    }

    long total() {
        return total;
    }

    long used() {
        return used;
    }

    /** Adds one event; tells what is wrong with it, if anything. */
    Optional<String> add(StoredEvents.Stored event) {
        if (event.revision() != revision + 1) {
            return wrong(event, "follows revision " + revision);
        }
        revision = event.revision();
        JsonNode payload = event.payload();
        long amount = payload.path("amount").asLong(0);
        switch (event.type()) {
            case "CreditsGranted" -> total += amount;
            case "LotExpired", "CreditsRevoked" -> total -= amount;
            case "CreditsConsumed" -> used += amount;
            case "ConsumptionReversed" -> used -= amount;
            case "PurchaseRefunded", "DisputeLost" ->
                total -= payload.path("credits").asLong();
            case "RefundReversed", "DisputeWon" ->
                total += payload.path("credits").asLong();
            case "AccountOpened", "AccountDetailsChanged", "LotActivated" -> {
                // These move nothing.
            }
            default -> {
                if (!OF_PURCHASES.contains(event.type())) {
                    return wrong(event, "is of no known type");
                }
            }
        }
        JsonNode balance = payload.path("balance");
        if (balance.isMissingNode()) {
            return Optional.empty();
        }
        boolean agrees =
                balance.path("total").asLong() == total && balance.path("used").asLong() == used;
        return agrees ? Optional.empty() : wrong(event, "says " + balance + ", its history adds up to " + this);
    }

    private static Optional<String> wrong(StoredEvents.Stored event, String what) {
        return Optional.of("%s revision %d (%s) %s".formatted(event.account(), event.revision(), event.type(), what));
    }

    @Override
    public String toString() {
        return "total " + total + ", used " + used;
    }
}
