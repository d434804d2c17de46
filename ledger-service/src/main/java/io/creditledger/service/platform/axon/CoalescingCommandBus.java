package io.creditledger.service.platform.axon;

import io.creditledger.api.LedgerCommand;
import io.creditledger.api.account.AccountId;
import io.creditledger.service.account.DecisionClock;
import io.creditledger.service.account.RequestMetadata;
import io.creditledger.service.platform.axon.Attempt.Decided;
import io.creditledger.service.platform.axon.Attempt.NotStored;
import io.creditledger.service.platform.eventstore.AxonServerFailures;
import io.creditledger.service.platform.tracing.Step;
import io.creditledger.service.platform.tracing.Traces;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Runs the commands of one account one after the other, on virtual threads, and those that arrive while one is being stored
 * together: decided one by one in the next unit of work, stored in one commit, each with its own answer. An idle account waits
 * for nothing.
 *
 * <p>If the common commit fails for one of them (a key that was used long ago), each is decided anew alone, so that none fails for
 * its neighbour. If it fails because another node was faster, all are decided anew together. If there is nothing to commit, since all
 * were refused or had been answered before, the account is first compared with what is stored of it, and they are decided anew if
 * another node has stored more.
 */
final class CoalescingCommandBus extends SimpleCommandBus implements AutoCloseable {

    /** So that one commit stays small enough to be quick. */
    private static final int MAX_BATCH = 200;

    /**
     * How long commands are decided anew while another node is faster. Who has just stored need not read what the other stored, and so may
     * win for a second on end, dozens of times; after this time those who are to be turned away still hear of it before they give up.
     */
    private static final Duration OTHERS_MAY_BE_FASTER = Duration.ofSeconds(5);

    private static final int SHUTDOWN_SECONDS = 10;

    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors =
            new CopyOnWriteArrayList<>();
    private final ConcurrentMap<String, Deque<PendingCommand>> mailboxes = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("account-", 0).factory());
    private final int maxUnderWay;
    private final DecisionClock clock;
    private final CommandAnswers answers;
    private final CommandMeters meters;
    private final CorrelationDataProvider cause;
    private final KnownAccounts known;
    private final Traces traces;

    CoalescingCommandBus(
            Builder builder,
            int maxUnderWay,
            DecisionClock clock,
            CommandAnswers answers,
            CommandMeters meters,
            CorrelationDataProvider cause,
            KnownAccounts known,
            Traces traces) {
        super(builder);
        this.known = known;
        this.traces = traces;
        this.cause = cause;
        this.maxUnderWay = maxUnderWay;
        this.clock = clock;
        this.answers = answers;
        this.meters = meters;
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    /** How many commands are waiting or being decided. */
    int underWay() {
        return underWay.get();
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (!(command.getPayload() instanceof LedgerCommand ledgerCommand)) {
            super.handle(command, handler, callback);
            return;
        }
        Step step = traces.begin("command " + ledgerCommand.getClass().getSimpleName(), command.getMetaData());
        PendingCommand pending = new PendingCommand(
                step.isFollowed() ? followed(command, step) : command,
                ledgerCommand,
                handler,
                step,
                meters.timing(ledgerCommand, passingOn(command, callback)));
        if (underWay.incrementAndGet() > maxUnderWay) {
            underWay.decrementAndGet();
            pending.fail(new CommandBusOverloadedException(maxUnderWay));
            return;
        }
        String account = ledgerCommand.accountId().value();
        mailboxes.compute(account, (_, waiting) -> enqueue(account, waiting, pending));
    }

    private static CommandMessage<?> followed(CommandMessage<?> command, Step step) {
        return command.andMetaData(Map.of(RequestMetadata.TRACEPARENT, step.traceparent()));
    }

    @SuppressWarnings("unchecked") // the caller of the bus expects whatever type the handler answers
    private static <C, R> Consumer<CommandResultMessage<?>> passingOn(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        return result -> callback.onResult(command, (CommandResultMessage<? extends R>) result);
    }

    private Deque<PendingCommand> enqueue(
            String account, @Nullable Deque<PendingCommand> waiting, PendingCommand pending) {
        if (waiting != null) {
            waiting.add(pending);
            return waiting;
        }
        Deque<PendingCommand> mailbox = new ArrayDeque<>(2);
        mailbox.add(pending);
        threads.execute(() -> drain(account));
        return mailbox;
    }

    private void drain(String account) {
        for (List<PendingCommand> batch = next(account); !batch.isEmpty(); batch = next(account)) {
            settle(batch);
        }
    }

    /** The commands to decide together next; when there are none, the account is idle and its mailbox gone. */
    private List<PendingCommand> next(String account) {
        List<PendingCommand> batch = new ArrayList<>();
        mailboxes.computeIfPresent(account, (_, waiting) -> {
            while (!waiting.isEmpty() && batch.size() < MAX_BATCH && mayJoin(batch, waiting.element())) {
                batch.add(waiting.remove());
            }
            return batch.isEmpty() ? null : waiting;
        });
        return batch;
    }

    /** A reversal looks its consumption up in the store, so nothing before it may still be unstored. */
    private static boolean mayJoin(List<PendingCommand> batch, PendingCommand command) {
        return batch.isEmpty() || !(command.isReversal() || batch.getFirst().isReversal());
    }

    private void settle(List<PendingCommand> batch) {
        long end = System.nanoTime() + OTHERS_MAY_BE_FASTER.toNanos();
        List<Attempt> attempts = attemptWhileOthersAreFaster(batch, end);
        if (attempts.getFirst() instanceof NotStored notStored && notStored.isOfOne()) {
            batch.forEach(command -> answer(
                    command, attemptWhileOthersAreFaster(List.of(command), end).getFirst()));
        } else {
            for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i), attempts.get(i));
            }
        }
    }

    /** All of them again, since another node is not faster for one of them alone. */
    private List<Attempt> attemptWhileOthersAreFaster(List<PendingCommand> batch, long end) {
        List<Attempt> attempts = attempt(batch);
        while (attempts.getFirst() instanceof NotStored notStored
                && notStored.isConflict()
                && System.nanoTime() - end < 0) {
            attempts = attempt(batch);
        }
        return attempts;
    }

    /** Decides the commands on what is known of the account, or on what is stored of it if what was known was not enough. */
    private List<Attempt> attempt(List<PendingCommand> batch) {
        // What they wait for together is told of the first that is followed.
        Step step = batch.stream()
                .map(PendingCommand::step)
                .filter(Step::isFollowed)
                .findFirst()
                .orElse(batch.getFirst().step());
        try (Step.Scope _ = step.open()) {
            return answersOf(decideTogether(batch), batch);
        }
    }

    private List<Attempt> answersOf(Decisions decisions, List<PendingCommand> batch) {
        try {
            if (decisions.stand(known)) {
                return decisions.attempts();
            }
        } catch (RuntimeException unreadable) {
            return decisions
                    .undone(batch.size(), AxonServerFailures.named(unreadable))
                    .attempts();
        }
        meters.outdated(batch.size());
        return decideTogether(batch).attempts();
    }

    /** Decides the commands in one unit of work. If any fails in a way that spoils it, or the commit does, none is stored. */
    private Decisions decideTogether(List<PendingCommand> batch) {
        Decisions decisions = new Decisions(batch.getFirst().command().accountId());
        BatchingUnitOfWork<CommandMessage<?>> unitOfWork = new BatchingUnitOfWork<>(
                batch.stream().<CommandMessage<?>>map(PendingCommand::message).toList());
        // Once for all: each fact gets what its own command says of itself.
        unitOfWork.registerCorrelationDataProvider(cause);
        ResultMessage<Object> outcome = unitOfWork.executeWithResult(
                () -> decide(batch.get(decisions.attempts().size()), unitOfWork, decisions), Attempt::mustUndo);
        if (unitOfWork.isRolledBack()) {
            return decisions
                    .undone(batch.size(), AxonServerFailures.named(outcome.exceptionResult()))
                    .lostIfInConflict(known);
        }
        if (KnownAccounts.appended(unitOfWork)) {
            decisions.stored();
        }
        return decisions;
    }

    private @Nullable Object decide(
            PendingCommand command, UnitOfWork<CommandMessage<?>> unitOfWork, Decisions decisions) throws Exception {
        try {
            if (decisions.attempts().isEmpty()) {
                begin(decisions, command.command().accountId());
            }
            Object result = clock.decide(
                    () -> new DefaultInterceptorChain<>(unitOfWork, interceptors, command.handler()).proceed());
            decisions.add(new Decided(result), known);
            return result;
        } catch (Exception failure) {
            decisions.add(Attempt.of(failure), known);
            throw failure;
        }
    }

    private void begin(Decisions decisions, AccountId account) {
        if (known.readOn(account)) {
            meters.readOn();
        }
        decisions.begin(known);
    }

    /** On a thread of its own where answering means storing or reading first, so that the account goes on meanwhile. */
    private void answer(PendingCommand command, Attempt attempt) {
        if (attempt instanceof Decided) {
            answerNow(command, attempt);
        } else {
            threads.execute(() -> answerNow(command, attempt));
        }
    }

    private void answerNow(PendingCommand command, Attempt attempt) {
        try {
            answers.answer(command, attempt);
        } catch (RuntimeException failure) {
            command.fail(failure);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Lets what is under way finish: whoever was promised an answer gets it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
