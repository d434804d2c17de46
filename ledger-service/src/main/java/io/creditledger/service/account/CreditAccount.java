package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection;
import io.creditledger.api.account.AccountRejection.AlreadyReversed;
import io.creditledger.api.account.AccountRejection.BalanceLimitExceeded;
import io.creditledger.api.account.AccountRejection.ConsumptionNotFound;
import io.creditledger.api.account.AccountRejection.IdempotencyKeyReused;
import io.creditledger.api.account.AccountRejection.LotNotFound;
import io.creditledger.api.account.AccountRejection.NothingToRevoke;
import io.creditledger.api.account.AccountRejection.OpenLotLimitReached;
import io.creditledger.api.account.AccountRejection.ReversalExceedsConsumption;
import io.creditledger.api.account.AccountRejection.RevocationExceedsUnspent;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.commands.BookDueLots;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An account that owns credits. {@code decide} guards and applies, in the order that the page of each command under {@code
 * docs/commands} gives; {@code evolve} assigns.
 */
@Revision(AccountSnapshots.REVISION)
@Aggregate(
        type = CreditAccount.TYPE,
        cache = "accountCache",
        snapshotTriggerDefinition = "accountSnapshotTrigger",
        snapshotFilter = "accountSnapshotFilter")
class CreditAccount {

    /** The stored name of the aggregate. */
    static final String TYPE = "CreditAccount";

    @AggregateIdentifier
    private AccountId id;

    private long revision;
    private Instant decidedAt = Instant.EPOCH;
    private @Nullable String displayName;
    private Metadata metadata = Metadata.NONE;
    private Balance balance = Balance.ZERO;
    private Lots lots = new Lots();
    private RecentRequests recentRequests = new RecentRequests();

    /** For the framework, which gives the account its history next. */
    @SuppressWarnings("NullAway.Init")
    CreditAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Recorded decide(OpenAccount command) {
        CommandLimits.violatedBy(command).ifPresent(this::refuse);
        if (!isOpen()) {
            return record(new AccountOpened(
                    command.accountId(),
                    command.displayName(),
                    Objects.requireNonNullElse(command.metadata(), Metadata.NONE)));
        }
        AccountDetailsChanged details = new AccountDetailsChanged(
                id,
                command.displayName() == null ? displayName : command.displayName(),
                Objects.requireNonNullElse(command.metadata(), metadata),
                balance);
        boolean unchanged = Objects.equals(details.displayName(), displayName)
                && details.metadata().equals(metadata);
        return unchanged ? new Recorded(details, revision, now(), true) : record(details);
    }

    @CommandHandler
    Recorded decide(GrantCredits command) {
        begin(command);
        if (lots.isFull()) {
            throw refused(new OpenLotLimitReached(Lots.MAX_OPEN));
        }
        if (balance.total().amount() > Long.MAX_VALUE - command.amount().amount()) {
            throw refused(new BalanceLimitExceeded(
                    balance.total().amount(), command.amount().amount()));
        }
        Instant effectiveAt = Objects.requireNonNullElse(command.effectiveAt(), now());
        boolean pending = effectiveAt.isAfter(now());
        Balance granted = balance.granted(command.amount());
        return record(
                new CreditsGranted(
                        id,
                        LotId.of(command.requestId()),
                        command.amount(),
                        command.source(),
                        command.description(),
                        Objects.requireNonNullElse(command.priority(), GrantCredits.DEFAULT_PRIORITY),
                        effectiveAt,
                        command.expiresAt(),
                        pending,
                        pending ? granted.freezing(command.amount()) : granted),
                command);
    }

    @CommandHandler
    Recorded decide(ConsumeCredits command) {
        begin(command);
        Credits amount = command.amount();
        if (balance.available() < amount.amount()) {
            throw refused(AccountRejection.insufficient(amount, balance.available()));
        }
        return record(
                new CreditsConsumed(
                        id,
                        ConsumptionId.of(command.requestId()),
                        amount,
                        command.description(),
                        command.website(),
                        command.metadata(),
                        lots.drawsFor(amount),
                        balance.consumed(amount)),
                command);
    }

    @CommandHandler
    Recorded decide(ReverseConsumption command, PastConsumptions pastConsumptions) {
        begin(command);
        ReversibleConsumption consumption = pastConsumptions
                .find(id, command.consumptionId())
                .map(ReversibleConsumption::new)
                .orElseThrow(() ->
                        refused(new ConsumptionNotFound(command.consumptionId().value())));
        Credits left = consumption.left();
        if (left.isZero()) {
            throw refused(new AlreadyReversed(command.consumptionId().value()));
        }
        Credits amount = Objects.requireNonNullElse(command.amount(), left);
        if (!left.covers(amount)) {
            throw refused(
                    new ReversalExceedsConsumption(command.consumptionId().value(), amount.amount(), left.amount()));
        }
        Recorded reversed = record(
                new ConsumptionReversed(
                        id,
                        ReversalId.of(command.requestId()),
                        command.consumptionId(),
                        amount,
                        command.reason(),
                        consumption.past().consumed().website(),
                        consumption.returnsOf(amount),
                        balance.reversed(amount)),
                command);
        // What went back to a lot whose time is over can't be spent, and the balance says so at once.
        bookDueLots();
        return reversed;
    }

    @CommandHandler
    Recorded decide(RevokeCredits command) {
        begin(command);
        Lot lot = lots.find(command.lotId())
                .orElseThrow(() -> refused(new LotNotFound(command.lotId().value())));
        if (!lot.isOpen()) {
            throw refused(new NothingToRevoke(lot.id().value()));
        }
        Credits amount = Objects.requireNonNullElse(command.amount(), lot.remaining());
        if (!lot.remaining().covers(amount)) {
            throw refused(new RevocationExceedsUnspent(
                    lot.id().value(), amount.amount(), lot.remaining().amount()));
        }
        Balance after = balance.without(amount);
        return record(
                new CreditsRevoked(
                        id,
                        RevocationId.of(command.requestId()),
                        lot.id(),
                        amount,
                        command.reason(),
                        lot.pending() ? after.thawing(amount) : after),
                command);
    }

    @CommandHandler
    void decide(BookDueLots command) {
        bookDueLots();
    }

    @EventSourcingHandler
    void evolve(
            AccountEvent event, @SequenceNumber long sequenceNumber, @Timestamp Instant occurredAt, MetaData cause) {
        switch (event) {
            case AccountOpened opened -> {
                id = opened.accountId();
                displayName = opened.displayName();
                metadata = opened.metadata();
            }
            case AccountDetailsChanged changed -> {
                displayName = changed.displayName();
                metadata = changed.metadata();
            }
            case CreditsGranted granted -> lots.granted(granted);
            case LotActivated activated -> lots.activated(activated.lotId());
            case LotExpired expired -> lots.taken(expired.lotId(), expired.amount());
            case CreditsConsumed consumed -> lots.takenInOrder(consumed.draws());
            case ConsumptionReversed reversed -> lots.returned(reversed.returns());
            case CreditsRevoked revoked -> lots.taken(revoked.lotId(), revoked.amount());
        }
        balance = event.balance();
        revision = sequenceNumber;
        decidedAt = occurredAt;
        if (cause.get(RequestMetadata.IDEMPOTENCY_KEY) instanceof String key
                && cause.get(RequestMetadata.FINGERPRINT) instanceof String fingerprint) {
            recentRequests.remember(key, fingerprint, sequenceNumber);
        }
    }

    /** What every movement starts with, in this order: a repeated request, what no account would accept, what time has done. */
    private void begin(CreditMovement command) {
        RecentRequests.Decided before = recentRequests.find(command.idempotencyKey());
        if (before != null) {
            throw before.fingerprint().equals(RequestFingerprint.of(command))
                    ? new RequestRepeatedException(before.revision())
                    : refused(IdempotencyKeyReused.of(command.idempotencyKey()));
        }
        CommandLimits.violatedBy(command, now()).ifPresent(this::refuse);
        bookDueLots();
    }

    private void bookDueLots() {
        for (Lot lot : lots.dueAt(now())) {
            if (lot.isDueForActivationAt(now())) {
                apply(new LotActivated(id, lot.id(), lot.remaining(), balance.thawing(lot.remaining())));
            }
            Instant expiresAt = lot.expiresAt();
            if (expiresAt != null && lot.isExpiredAt(now())) {
                apply(new LotExpired(id, lot.id(), lot.remaining(), expiresAt, balance.without(lot.remaining())));
            }
        }
    }

    private boolean isOpen() {
        return id != null;
    }

    private Recorded record(AccountEvent event) {
        apply(event);
        return new Recorded(event, revision, now(), false);
    }

    private Recorded record(AccountEvent event, CreditMovement command) {
        apply(
                event,
                MetaData.with(
                                RequestMetadata.IDEMPOTENCY_KEY,
                                command.idempotencyKey().value())
                        .and(RequestMetadata.FINGERPRINT, RequestFingerprint.of(command)));
        return new Recorded(event, revision, now(), false);
    }

    private void refuse(AccountRejection rejection) {
        throw refused(rejection);
    }

    private static CommandExecutionException refused(AccountRejection rejection) {
        return new CommandExecutionException(rejection.toString(), null, rejection);
    }

    private Instant now() {
        DecisionClock.noEarlierThan(decidedAt);
        return GenericEventMessage.clock.instant();
    }
}
