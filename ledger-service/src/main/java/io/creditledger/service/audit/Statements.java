package io.creditledger.service.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountOpened;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements of periods that are over. An account's time never runs backwards, so nothing can be stored any more before the
 * last fact's moment, nor before one that lies further back than any decision takes to be stored.
 */
public final class Statements {

    /** A decision is stored within this time or not at all: the store's own connections give up sooner. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    private final AccountHistory history;
    private final Clock clock;

    public Statements(AccountHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * The statement of a period; none if the account was not open before its end.
     *
     * @param from null for the moment at which the account was opened
     * @param to null for as late as can be; a later one than that is taken for it
     */
    public Optional<Statement> of(AccountId account, @Nullable Instant from, @Nullable Instant to) {
        return history.last(account).flatMap(last -> {
            Instant booked = bookedUpTo(last);
            Instant end = to == null || to.isAfter(booked) ? booked : to;
            Instant begin = from == null ? openedAt(account) : from;
            return statement(account, begin, end.isBefore(begin) ? begin : end);
        });
    }

    private Instant bookedUpTo(AccountFact last) {
        Instant settled = clock.instant().minus(SETTLING).truncatedTo(ChronoUnit.MICROS);
        Instant afterLast = last.occurredAt().plus(1, ChronoUnit.MICROS);
        return settled.isAfter(afterLast) ? settled : afterLast;
    }

    private Instant openedAt(AccountId account) {
        return history.between(account, 0, 0, 1).getFirst().occurredAt();
    }

    private Optional<Statement> statement(AccountId account, Instant from, Instant to) {
        return history.lastBefore(account, to)
                .map(closing -> statement(account, from, to, history.lastBefore(account, from), closing));
    }

    private Statement statement(
            AccountId account, Instant from, Instant to, Optional<AccountFact> opening, AccountFact closing) {
        Long revisionFrom = opening.map(AccountFact::revision).orElse(null);
        long first = revisionFrom == null ? 0 : revisionFrom + 1;
        Balance before = opening.map(fact -> fact.event().balance()).orElse(Balance.ZERO);
        Balance after = closing.event().balance();
        MovementTotals totals = MovementTotals.of(history, account, first, closing.revision());
        return new Statement(
                idOf(account, from, to, revisionFrom, closing),
                account.value(),
                nameOf(account, closing.revision()),
                from,
                to,
                revisionFrom,
                closing.revision(),
                StatementBalance.of(before),
                StatementBalance.of(after),
                totals.all(),
                totals.movements(),
                totals.sum(),
                before.current() + totals.sum() == after.current(),
                new StatementLines(history, account, first, closing.revision()));
    }

    private @Nullable String nameOf(AccountId account, long revision) {
        return switch (history.lastDetails(account, revision).orElseThrow().event()) {
            case AccountOpened opened -> opened.displayName();
            case AccountDetailsChanged changed -> changed.displayName();
            default -> throw new IllegalStateException("no details of " + account);
        };
    }

    private static String idOf(
            AccountId account, Instant from, Instant to, @Nullable Long revisionFrom, AccountFact closing) {
        String named = String.join(
                " ",
                account.value(),
                from.toString(),
                to.toString(),
                Objects.toString(revisionFrom),
                Long.toString(closing.revision()));
        return "stm_" + HexFormat.of().formatHex(sha256(named), 0, 16);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
