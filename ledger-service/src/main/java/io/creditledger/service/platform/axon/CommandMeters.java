package io.creditledger.service.platform.axon;

import io.creditledger.api.LedgerCommand;
import io.creditledger.api.Refused;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;

/** Counts and times commands by type and outcome, from their arrival to their answer. */
final class CommandMeters {

    private final MeterRegistry registry;
    private final Counter outdated;
    private final Counter readOn;
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
        this.outdated = counter(LedgerMeters.COMMANDS_OUTDATED, registry);
        this.readOn = counter(LedgerMeters.ACCOUNTS_READ_ON, registry);
    }

    private static Counter counter(LedgerMeters meter, MeterRegistry registry) {
        return Counter.builder(meter.meterName())
                .description(meter.description())
                .baseUnit(meter.unit())
                .register(registry);
    }

    /** The same callback, that also records how long the answer took. */
    Consumer<CommandResultMessage<?>> timing(LedgerCommand command, Consumer<CommandResultMessage<?>> callback) {
        Timer.Sample sample = Timer.start(registry);
        return result -> {
            sample.stop(timer(new Kind(command.getClass(), outcomeOf(result))));
            callback.accept(result);
        };
    }

    private Timer timer(Kind kind) {
        return timers.computeIfAbsent(kind, absent -> Timer.builder(LedgerMeters.COMMANDS.meterName())
                .description(LedgerMeters.COMMANDS.description())
                .tag("command", absent.command().getSimpleName())
                .tag("outcome", absent.outcome())
                .publishPercentileHistogram()
                .register(registry));
    }

    /** Watches how many commands are waiting or being decided. */
    void watch(Supplier<Number> underWay) {
        Gauge.builder(LedgerMeters.COMMANDS_UNDER_WAY.meterName(), underWay)
                .description(LedgerMeters.COMMANDS_UNDER_WAY.description())
                .register(registry);
    }

    /** Counts commands that have to be decided anew. */
    void outdated(int commands) {
        outdated.increment(commands);
    }

    /** Counts an account that was read on before it was decided about. */
    void readOn() {
        readOn.increment();
    }

    private static String outcomeOf(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return result.getPayload() instanceof Recorded recorded && recorded.replayed() ? "replayed" : "recorded";
        }
        boolean refused = result.exceptionResult() instanceof CommandExecutionException refusal
                && refusal.getDetails().orElse(null) instanceof Refused;
        return refused ? "refused" : "failed";
    }

    private record Kind(Class<?> command, String outcome) {}
}
