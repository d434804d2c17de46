package io.creditledger.service.account.http;

import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.commands.AccountCommand;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.account.queries.FindBalanceAsOf;
import io.creditledger.api.account.queries.FindEvents;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.FindUsage;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.QueryRejection;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.api.account.queries.UsageSeries;
import io.creditledger.api.money.Credits;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryHandler;

/** A ledger without a memory: it answers as the name of the account says, so that the border alone can be looked at. */
class StandInLedger {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Queue<AccountCommand> received = new ConcurrentLinkedQueue<>();

    /** What is stored of an account whose name does not say it all. */
    final Map<AccountId, SortedMap<Long, StoredFact>> stored = new ConcurrentHashMap<>();

    @CommandHandler
    Recorded decide(GrantCredits command) throws SQLTransientConnectionException {
        refuse(command);
        return new Recorded(
                new CreditsGranted(
                        command.accountId(),
                        LotId.of(command.requestId()),
                        command.amount(),
                        command.source(),
                        command.description(),
                        Objects.requireNonNullElse(command.priority(), 50),
                        NOON,
                        command.expiresAt(),
                        false,
                        balance(command.amount().amount(), 0)),
                1,
                NOON,
                false);
    }

    @CommandHandler
    Recorded decide(ConsumeCredits command) throws SQLTransientConnectionException {
        refuse(command);
        long amount = command.amount().amount();
        return new Recorded(
                new CreditsConsumed(
                        command.accountId(),
                        ConsumptionId.of(command.requestId()),
                        command.amount(),
                        command.description(),
                        command.website(),
                        command.metadata(),
                        List.of(new Draw(new LotId("lot_1"), command.amount())),
                        balance(amount, amount)),
                2,
                NOON,
                command.accountId().value().equals("again"));
    }

    private void refuse(AccountCommand command) throws SQLTransientConnectionException {
        received.add(command);
        switch (command.accountId().value()) {
            case "unknown" -> throw refusal(new Refused(new AccountNotFound("unknown"), false));
            case "poor" -> throw refusal(new Refused(new InsufficientCredits(7, 3), false));
            case "poor-again" -> throw refusal(new Refused(new InsufficientCredits(7, 3), true));
            case "reused" -> throw refusal(new IdempotencyKeyReused("k"));
            case "down" -> throw new SQLTransientConnectionException("connect to 10.0.0.1 refused");
            case "broken" -> throw new IllegalStateException("a secret of the inside");
            default -> {}
        }
    }

    static CommandExecutionException refusal(Object details) {
        return new CommandExecutionException("refused", null, details);
    }

    @QueryHandler
    Optional<BalanceView> find(FindBalance query) {
        if (query.minRevision() != null && query.minRevision() > 5) {
            throw new QueryExecutionException(
                    "behind",
                    null,
                    new QueryRejection.ProjectionBehind(query.accountId().value(), query.minRevision(), 5));
        }
        boolean lagging = query.accountId().value().equals("just-opened") && query.minRevision() == null;
        return lagging || query.accountId().value().equals("unknown")
                ? Optional.empty()
                : Optional.of(BalanceView.of(query.accountId(), balance(10, 3), 5, NOON));
    }

    @QueryHandler
    Optional<UsageSeries> find(FindUsage query) {
        return Optional.of(new UsageSeries(
                query.accountId().value(), query.from(), query.to(), query.granularity(), List.of(), 5, NOON));
    }

    // Handlers of pages are found by the bare type.
    @SuppressWarnings("rawtypes")
    @QueryHandler
    Page find(FindTransactions query) {
        if ("stale".equals(query.cursor())) {
            throw new QueryExecutionException("cursor", null, new QueryRejection.InvalidCursor("stale"));
        }
        return new Page<>(movements(query), null, 5L, NOON);
    }

    /** Two accounts have moved: one that only spends, and one that buys as well. */
    private static List<TransactionLine> movements(FindTransactions query) {
        Long after = query.afterRevision();
        List<TransactionLine> all =
                switch (query.accountId().value()) {
                    case "spends" ->
                        LongStream.rangeClosed(1, 5)
                                .mapToObj(revision -> movement(revision, TransactionType.CONSUMPTION))
                                .toList();
                    case "buys" ->
                        List.of(
                                movement(2, TransactionType.CONSUMPTION),
                                movement(4, TransactionType.PURCHASE),
                                movement(6, TransactionType.CONSUMPTION));
                    default -> List.of();
                };
        return all.stream()
                .filter(line -> after == null || line.revision() > after)
                .toList();
    }

    private static TransactionLine movement(long revision, TransactionType type) {
        return new TransactionLine("t-" + revision, revision, NOON, type, "d", -1, 9, null, null, Metadata.NONE);
    }

    @QueryHandler
    Optional<BalanceView> find(FindBalanceAsOf query) {
        return query.accountId().value().equals("unknown")
                ? Optional.empty()
                : Optional.of(BalanceView.of(query.accountId(), balance(10, 3), 5, NOON));
    }

    @QueryHandler
    List<StoredFact> find(FindEvents query) {
        SortedMap<Long, StoredFact> facts = stored.get(query.accountId());
        if (facts != null) {
            return facts.tailMap(query.fromRevision()).values().stream()
                    .limit(query.limit())
                    .toList();
        }
        return query.accountId().value().equals("unknown")
                ? List.of()
                : List.of(new StoredFact(query.fromRevision(), "AccountOpened", NOON, "{}", "{}"));
    }

    static Balance balance(long total, long used) {
        return new Balance(Credits.of(total), Credits.of(used), Credits.ZERO, Credits.ZERO);
    }
}
