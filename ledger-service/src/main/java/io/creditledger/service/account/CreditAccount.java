package io.creditledger.service.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.creditledger.api.KeyedCommand;
import io.creditledger.api.LedgerEvent;
import io.creditledger.api.LedgerRejection;
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
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.commands.BookDueLots;
import io.creditledger.api.account.commands.ConsumeCredits;
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
import io.creditledger.api.purchase.CustomerState;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.commands.AbandonPurchase;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.commands.CheckAutoTopUp;
import io.creditledger.api.purchase.commands.ConfigureAutoTopUp;
import io.creditledger.api.purchase.commands.DisableAutoTopUp;
import io.creditledger.api.purchase.commands.FailPurchase;
import io.creditledger.api.purchase.commands.FailRefund;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.commands.ForgetPaymentMethod;
import io.creditledger.api.purchase.commands.InspectCustomer;
import io.creditledger.api.purchase.commands.InspectPurchase;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RecordPayment;
import io.creditledger.api.purchase.commands.RecordPaymentMethods;
import io.creditledger.api.purchase.commands.RefundPurchase;
import io.creditledger.api.purchase.commands.RegisterCustomer;
import io.creditledger.api.purchase.commands.RegisterPaymentMethod;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.commands.RetryPayment;
import io.creditledger.api.purchase.commands.SetDefaultPaymentMethod;
import io.creditledger.api.purchase.events.PurchaseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.axonframework.serialization.UnknownSerializedType;
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

    /** To copy more of them takes longer than it spares: few decisions are lost. */
    private static final int MOST_LOTS_COPIED = 100;

    @AggregateIdentifier
    private AccountId id;

    private long revision;
    private Instant decidedAt = Instant.EPOCH;
    private @Nullable String displayName;
    private Metadata metadata = Metadata.NONE;
    private Balance balance = Balance.ZERO;
    private Lots lots = new Lots();
    private Purchases purchases = new Purchases();
    private PaymentMethods paymentMethods = new PaymentMethods();
    private AutoTopUp autoTopUp = new AutoTopUp();
    private RecentRequests recentRequests = new RecentRequests();

    /** How many facts have changed more than {@link #copy} copies. Of this account in memory, so no part of a snapshot. */
    private transient int factsBeyondCopies;

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
        Credits settledDebt = balance.debt().min(command.amount());
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
                        settledDebt.isZero() ? null : settledDebt,
                        null,
                        pending ? granted.freezing(command.amount().minus(settledDebt)) : granted),
                command);
    }

    @CommandHandler
    Recorded decide(ConsumeCredits command) {
        begin(command);
        Credits amount = command.amount();
        if (balance.available() < amount.amount()) {
            throw refused(AccountRejection.insufficient(amount, balance.available()));
        }
        Recorded consumed = record(
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
        new TopUpDesk(this).startIfDue();
        return consumed;
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
        Credits settledDebt = balance.debt().min(amount);
        Credits rest = amount.minus(settledDebt);
        List<Draw> returns = lots.returnsOf(consumption.returnsOf(rest), rest, now());
        Recorded reversed = record(
                new ConsumptionReversed(
                        id,
                        ReversalId.of(command.requestId()),
                        command.consumptionId(),
                        amount,
                        command.reason(),
                        consumption.past().consumed().website(),
                        returns,
                        settledDebt.isZero() ? null : settledDebt,
                        balance.reversed(amount).freezing(lots.frozenAmong(returns))),
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
        Credits unspent = lot.free();
        if (unspent.isZero()) {
            throw refused(new NothingToRevoke(lot.id().value()));
        }
        Credits amount = Objects.requireNonNullElse(command.amount(), unspent);
        if (!unspent.covers(amount)) {
            throw refused(new RevocationExceedsUnspent(lot.id().value(), amount.amount(), unspent.amount()));
        }
        Balance after = balance.without(amount);
        Recorded revoked = record(
                new CreditsRevoked(
                        id,
                        RevocationId.of(command.requestId()),
                        lot.id(),
                        amount,
                        command.reason(),
                        lot.isFrozen() ? after.thawing(amount) : after),
                command);
        new TopUpDesk(this).startIfDue();
        return revoked;
    }

    @CommandHandler
    void decide(BookDueLots command) {
        bookDueLots();
        new TopUpDesk(this).startIfDue();
    }

    @CommandHandler
    Recorded decide(PurchaseCredits command, PackageCatalogue catalogue) {
        return new PurchaseDesk(this).start(command, catalogue);
    }

    @CommandHandler
    PurchaseState decide(InspectPurchase command) {
        return new PurchaseDesk(this).inspect(command.purchaseId());
    }

    @CommandHandler
    PurchaseState decide(RecordPayment command) {
        bookDueLots();
        PurchaseState state = new PurchaseDesk(this).observe(command);
        // As with a reversal: what came back to a lot whose time is over can't be spent.
        bookDueLots();
        return state;
    }

    @CommandHandler
    PurchaseState decide(RetryPayment command) {
        return new PurchaseDesk(this).retry(command);
    }

    @CommandHandler
    PurchaseState decide(FailPurchase command) {
        return new PurchaseDesk(this).fail(command);
    }

    @CommandHandler
    PurchaseState decide(CancelPurchase command) {
        return new PurchaseDesk(this).cancel(command);
    }

    @CommandHandler
    PurchaseState decide(AbandonPurchase command) {
        return new PurchaseDesk(this).abandon(command);
    }

    @CommandHandler
    Recorded decide(RefundPurchase command) {
        return new RefundDesk(this).refund(command);
    }

    @CommandHandler
    PurchaseState decide(FailRefund command) {
        return new RefundDesk(this).fail(command);
    }

    @CommandHandler
    CustomerState decide(InspectCustomer command) {
        return new CardDesk(this).inspect();
    }

    @CommandHandler
    CustomerState decide(RegisterCustomer command) {
        return new CardDesk(this).registerCustomer(command.customerReference());
    }

    @CommandHandler
    long decide(ForgetCustomer command) {
        new CardDesk(this).forgetCustomer(command.customerReference());
        return revision;
    }

    @CommandHandler
    long decide(RegisterPaymentMethod command) {
        new CardDesk(this).register(command.customerReference(), command.card());
        return revision;
    }

    @CommandHandler
    long decide(RecordPaymentMethods command) {
        new CardDesk(this).record(command);
        return revision;
    }

    @CommandHandler
    long decide(SetDefaultPaymentMethod command) {
        new CardDesk(this).makeDefault(command.paymentMethodId());
        return revision;
    }

    @CommandHandler
    long decide(RemovePaymentMethod command) {
        new CardDesk(this).remove(command.paymentMethodId());
        return revision;
    }

    @CommandHandler
    long decide(ForgetPaymentMethod command) {
        new CardDesk(this).forget(command.paymentMethodId());
        return revision;
    }

    @CommandHandler
    long decide(ConfigureAutoTopUp command, PackageCatalogue catalogue) {
        bookDueLots();
        new TopUpDesk(this).configure(command, catalogue);
        return revision;
    }

    @CommandHandler
    long decide(DisableAutoTopUp command) {
        new TopUpDesk(this).disable();
        return revision;
    }

    @CommandHandler
    long decide(CheckAutoTopUp command) {
        bookDueLots();
        new TopUpDesk(this).startIfDue();
        return revision;
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
            case CreditsGranted granted -> {
                lots.granted(granted);
                purchases.granted(granted, sequenceNumber);
                factsBeyondCopies++;
            }
            case LotActivated activated -> lots.activated(activated.lotId());
            case LotExpired expired -> lots.taken(expired.lotId(), expired.amount());
            case CreditsConsumed consumed -> lots.takenInOrder(consumed.draws());
            case ConsumptionReversed reversed -> lots.returned(reversed.returns());
            case CreditsRevoked revoked -> {
                lots.taken(revoked.lotId(), revoked.amount());
                purchases.revoked(revoked);
                factsBeyondCopies++;
            }
        }
        happened(event, sequenceNumber, occurredAt, cause);
    }

    @EventSourcingHandler
    void evolve(
            PurchaseEvent event, @SequenceNumber long sequenceNumber, @Timestamp Instant occurredAt, MetaData cause) {
        new PurchaseEvolution(purchases, paymentMethods, autoTopUp, lots).evolve(event, sequenceNumber, occurredAt);
        factsBeyondCopies++;
        happened(event, sequenceNumber, occurredAt, cause);
    }

    /**
     * A fact that a newer version has stored. It may have moved credits, so whoever can't read it must not decide.
     *
     * @throws IllegalStateException always
     */
    @EventSourcingHandler
    void evolve(UnknownSerializedType unknown) {
        throw new IllegalStateException(
                "An account has a fact of the kind " + unknown.serializedType().getName()
                        + ", which this version does not know: it is not decided about here");
    }

    private void happened(LedgerEvent event, long sequenceNumber, Instant occurredAt, MetaData cause) {
        balance = event.balance();
        revision = sequenceNumber;
        decidedAt = occurredAt;
        if (cause.get(RequestMetadata.IDEMPOTENCY_KEY) instanceof String key
                && cause.get(RequestMetadata.FINGERPRINT) instanceof String fingerprint) {
            recentRequests.remember(key, fingerprint, sequenceNumber);
        }
    }

    /**
     * The account as it is, to go back to. Only what is decided most often is copied: what purchases, cards and top-ups are made of stays
     * shared.
     *
     * @return nothing if the account has so many lots that copying them does not pay
     */
    @Nullable
    CreditAccount copy() {
        if (lots.count() > MOST_LOTS_COPIED) {
            return null;
        }
        CreditAccount copy = new CreditAccount();
        copy.id = id;
        copy.revision = revision;
        copy.decidedAt = decidedAt;
        copy.displayName = displayName;
        copy.metadata = metadata;
        copy.balance = balance;
        copy.lots = lots.copy();
        copy.purchases = purchases;
        copy.paymentMethods = paymentMethods;
        copy.autoTopUp = autoTopUp;
        copy.recentRequests = recentRequests.copy();
        copy.factsBeyondCopies = factsBeyondCopies;
        return copy;
    }

    /**
     * Makes the account what it was. The copy is used up by that.
     *
     * @return false, with the account left as it is, if more has changed than the copy can undo
     */
    boolean goBackTo(CreditAccount copy) {
        if (copy.factsBeyondCopies != factsBeyondCopies) {
            return false;
        }
        id = copy.id;
        revision = copy.revision;
        decidedAt = copy.decidedAt;
        displayName = copy.displayName;
        metadata = copy.metadata;
        balance = copy.balance;
        lots = copy.lots;
        recentRequests = copy.recentRequests;
        return true;
    }

    /** What every movement starts with, in this order: a repeated request, what no account would accept, what time has done. */
    void begin(KeyedCommand command) {
        RecentRequests.Decided before = recentRequests.find(command.idempotencyKey());
        if (before != null) {
            throw before.isOf(RequestFingerprint.of(command))
                    ? new RequestRepeatedException(before.revision())
                    : refused(IdempotencyKeyReused.of(command.idempotencyKey()));
        }
        CommandLimits.violatedBy(command, now()).ifPresent(this::refuse);
        bookDueLots();
    }

    private void bookDueLots() {
        dueAt(now()).forEach(due -> apply(due));
    }

    /** What time has done to lots by a moment and is not booked yet, in the order in which it is booked. */
    List<AccountEvent> dueAt(Instant moment) {
        List<AccountEvent> due = new ArrayList<>(0);
        Balance after = balance;
        for (Lot lot : lots.dueAt(moment)) {
            if (lot.isDueForActivationAt(moment)) {
                after = after.thawing(lot.remaining());
                due.add(new LotActivated(id, lot.id(), lot.remaining(), after));
            }
            Instant expiresAt = lot.expiresAt();
            if (expiresAt != null && lot.isExpiredAt(moment)) {
                after = after.without(lot.remaining());
                due.add(new LotExpired(id, lot.id(), lot.remaining(), expiresAt, after));
            }
        }
        return due;
    }

    private boolean isOpen() {
        return id != null;
    }

    private Recorded record(LedgerEvent event) {
        apply(event);
        return new Recorded(event, revision, now(), false);
    }

    Recorded record(LedgerEvent event, KeyedCommand command) {
        apply(
                event,
                MetaData.with(
                                RequestMetadata.IDEMPOTENCY_KEY,
                                command.idempotencyKey().value())
                        .and(RequestMetadata.FINGERPRINT, RequestFingerprint.of(command)));
        return new Recorded(event, revision, now(), false);
    }

    private void refuse(LedgerRejection rejection) {
        throw refused(rejection);
    }

    CommandExecutionException refused(LedgerRejection rejection) {
        return new CommandExecutionException(rejection.toString(), null, rejection);
    }

    Instant now() {
        DecisionClock.noEarlierThan(decidedAt);
        return GenericEventMessage.clock.instant();
    }

    AccountId id() {
        return id;
    }

    @Nullable
    String displayName() {
        return displayName;
    }

    Balance balance() {
        return balance;
    }

    long revision() {
        return revision;
    }

    Lots lots() {
        return lots;
    }

    Purchases purchases() {
        return purchases;
    }

    PaymentMethods paymentMethods() {
        return paymentMethods;
    }

    AutoTopUp autoTopUp() {
        return autoTopUp;
    }
}
