package io.creditledger.projections;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account whose history a test tells: facts that fit together, with the balances they lead to. */
public final class ScriptedAccount {

    private final History history;
    private final AccountId id;
    private final Map<String, Long> lots = new LinkedHashMap<>();
    private final Map<String, Instant> expiries = new LinkedHashMap<>();
    private final Map<String, CreditsConsumed> consumptions = new LinkedHashMap<>();
    private final Map<String, Long> reversed = new LinkedHashMap<>();
    private long total;
    private long used;
    private long frozen;

    ScriptedAccount(History history, AccountId id) {
        this.history = history;
        this.id = id;
    }

    public AccountId id() {
        return id;
    }

    public ScriptedAccount opened() {
        return opened(null, Map.of());
    }

    public ScriptedAccount opened(@Nullable String name, Map<String, Object> notes) {
        history.record(new AccountOpened(id, name, new Metadata(notes)));
        return this;
    }

    public ScriptedAccount renamed(String name) {
        history.record(new AccountDetailsChanged(id, name, Metadata.NONE, balance()));
        return this;
    }

    public ScriptedAccount granted(String lot, long amount) {
        return granted(lot, amount, LotSource.PURCHASE, 50, null);
    }

    public ScriptedAccount granted(
            String lot, long amount, LotSource source, int priority, @Nullable Instant expiresAt) {
        return granted(lot, amount, source, priority, history.now(), expiresAt);
    }

    public ScriptedAccount granted(
            String lot, long amount, LotSource source, int priority, Instant effectiveAt, @Nullable Instant expiresAt) {
        boolean pending = effectiveAt.isAfter(history.now());
        total += amount;
        frozen += pending ? amount : 0;
        if (!pending) {
            lots.put(lot, amount);
        }
        if (expiresAt != null) {
            expiries.put(lot, expiresAt);
        }
        history.record(new CreditsGranted(
                id,
                new LotId(lot),
                Credits.of(amount),
                source,
                "Lot " + lot,
                priority,
                effectiveAt,
                expiresAt,
                pending,
                balance()));
        return this;
    }

    public ScriptedAccount activated(String lot, long amount) {
        frozen -= amount;
        lots.put(lot, amount);
        history.record(new LotActivated(id, new LotId(lot), Credits.of(amount), balance()));
        return this;
    }

    public ScriptedAccount expired(String lot) {
        long unspent = Objects.requireNonNull(lots.remove(lot));
        lots.put(lot, 0L);
        total -= unspent;
        history.record(new LotExpired(
                id, new LotId(lot), Credits.of(unspent), expiries.getOrDefault(lot, history.now()), balance()));
        return this;
    }

    public ScriptedAccount consumed(String consumption, long amount) {
        return consumed(consumption, amount, null);
    }

    public ScriptedAccount consumed(String consumption, long amount, @Nullable Website website) {
        return consumed(consumption, amount, "Website generation", website, Map.of());
    }

    public ScriptedAccount consumed(
            String consumption, long amount, String description, @Nullable Website website, Map<String, Object> notes) {
        used += amount;
        CreditsConsumed fact = new CreditsConsumed(
                id,
                new ConsumptionId(consumption),
                Credits.of(amount),
                description,
                website,
                new Metadata(notes),
                draw(amount),
                balance());
        consumptions.put(consumption, fact);
        history.record(fact);
        return this;
    }

    private List<Draw> draw(long amount) {
        List<Draw> draws = new ArrayList<>();
        long left = amount;
        for (Map.Entry<String, Long> lot : lots.entrySet()) {
            long part = Math.min(left, lot.getValue());
            if (part > 0) {
                draws.add(new Draw(new LotId(lot.getKey()), Credits.of(part)));
                lot.setValue(lot.getValue() - part);
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalArgumentException("the script spends more than there is");
        }
        return draws;
    }

    public ScriptedAccount reversed(String reversal, String consumption, long amount) {
        CreditsConsumed taken = Objects.requireNonNull(consumptions.get(consumption));
        used -= amount;
        List<Draw> returns = new ArrayList<>();
        long skip = reversed.getOrDefault(consumption, 0L);
        long left = amount;
        for (Draw draw : taken.draws().reversed()) {
            long free = draw.amount().amount() - Math.min(skip, draw.amount().amount());
            skip -= draw.amount().amount() - free;
            long part = Math.min(left, free);
            if (part > 0) {
                returns.add(new Draw(draw.lotId(), Credits.of(part)));
                lots.merge(draw.lotId().value(), part, Long::sum);
                left -= part;
            }
        }
        reversed.merge(consumption, amount, Long::sum);
        history.record(new ConsumptionReversed(
                id,
                new ReversalId(reversal),
                new ConsumptionId(consumption),
                Credits.of(amount),
                "Generation failed",
                taken.website(),
                returns,
                balance()));
        return this;
    }

    public ScriptedAccount revoked(String revocation, String lot, long amount) {
        total -= amount;
        lots.merge(lot, -amount, Long::sum);
        history.record(new CreditsRevoked(
                id, new RevocationId(revocation), new LotId(lot), Credits.of(amount), "Sent by mistake", balance()));
        return this;
    }

    public long spendable() {
        return lots.values().stream().mapToLong(Long::longValue).sum();
    }

    public Map<String, Long> unspent() {
        return lots;
    }

    public long reversible(String consumption) {
        CreditsConsumed taken = consumptions.get(consumption);
        return taken == null ? 0 : taken.amount().amount() - reversed.getOrDefault(consumption, 0L);
    }

    public Balance balance() {
        return new Balance(Credits.of(total), Credits.of(used), Credits.ZERO, Credits.of(frozen));
    }
}
