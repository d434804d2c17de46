package io.creditledger.service.platform.axon;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.account.AccountBefore;
import io.creditledger.service.platform.eventstore.RecentFacts;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * What this process knows of accounts, held against what is stored of them: another process may have decided in the meantime.
 * The store itself holds appends against it. A decision that appends nothing, a refusal above all, is held against it here.
 */
final class KnownAccounts {

    private static final String APPENDS = KnownAccounts.class.getName() + ".appends";

    private final EventStore store;
    private final Supplier<Repository<?>> accounts;
    private final Cache cache;
    private final RecentFacts recent;

    /**
     * @param accounts asked for when first needed, since commands go to them
     * @param recent what other processes are seen to store
     */
    KnownAccounts(EventStore store, Supplier<Repository<?>> accounts, Cache cache, RecentFacts recent) {
        this.recent = recent;
        this.store = store;
        this.accounts = SingletonSupplier.of(accounts);
        this.cache = cache;
        store.registerDispatchInterceptor(KnownAccounts::noting);
    }

    private static BiFunction<Integer, EventMessage<?>, EventMessage<?>> noting(
            List<? extends EventMessage<?>> ignored) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork.root().resources().put(APPENDS, true));
        return (_, event) -> event;
    }

    /** Whether anything was appended in a unit of work that is over. */
    static boolean appended(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().resources().containsKey(APPENDS);
    }

    /**
     * Reads on what is seen to be stored of an account since it was read, so that it need not be decided about twice. Within the unit of
     * work that is about to decide; what fails here makes it fail, and the account be forgotten.
     *
     * @return whether there was more
     */
    boolean readOn(AccountId account) {
        Long seen = recent.revision(account);
        if (seen == null) {
            return false;
        }
        EventSourcedAggregate<?> known = sourced(accounts.get().load(account.value()));
        if (seen <= known.version()) {
            return false;
        }
        DomainEventStream more = after(account, known.version());
        if (more.hasNext()) {
            known.initializeState(more);
        }
        return true;
    }

    private DomainEventStream after(AccountId account, long revision) {
        List<DomainEventMessage<?>> atHand = recent.after(account, revision);
        return atHand.isEmpty() ? store.readEvents(account.value(), revision + 1) : DomainEventStream.of(atHand);
    }

    private static EventSourcedAggregate<?> sourced(Aggregate<?> account) {
        return (EventSourcedAggregate<?>) ((LockAwareAggregate<?, ?>) account).getWrappedAggregate();
    }

    /**
     * What an account is before a decision, if another process is seen to decide about it too and so may be faster. Within the unit of
     * work that is about to decide.
     */
    @Nullable
    Before before(AccountId account) {
        if (!recent.isShared(account)) {
            return null;
        }
        EventSourcedAggregate<?> known = sourced(accounts.get().load(account.value()));
        AccountBefore before = AccountBefore.of(known.getAggregateRoot());
        return before == null ? null : new Before(account, known, before);
    }

    /**
     * Goes on with an account as it was before a decision that is lost, since another process has stored one. Axon has forgotten it by
     * then; it is known again, and that there is more of it to be read on. Once the decision's unit of work is over, and before another
     * begins.
     */
    void goBack(Before before) {
        long revision = before.state().revision();
        recent.lost(before.account(), revision + 1);
        if (before.state().restore()) {
            before.known().initializeState(DomainEventStream.of(Stream.empty(), () -> revision));
            cache.put(before.account().value(), new AggregateCacheEntry<>(before.known()));
        }
    }

    /**
     * An account before a decision.
     *
     * @param known what Axon makes of it
     */
    record Before(AccountId account, EventSourcedAggregate<?> known, AccountBefore state) {}

    /** The revision that an account has for the unit of work under way, which has decided about it. */
    long revision(AccountId account) {
        return accounts.get().load(account.value()).version();
    }

    /**
     * Whether an account has more facts than it had here, and is forgotten for that: whoever asks next reads it anew.
     *
     * @param revision at which it was decided about
     */
    boolean wasOutdated(AccountId account, long revision) {
        boolean outdated = store.lastSequenceNumberFor(account.value()).orElse(-1L) > revision;
        if (outdated) {
            cache.remove(account.value());
        }
        return outdated;
    }
}
