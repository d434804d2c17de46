package io.creditledger.service.platform.limits;

import io.creditledger.service.access.Caller;
import io.creditledger.service.platform.metrics.LedgerMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what callers ask for, each caller and each account by itself, in this process alone. */
@Component
public final class RequestRates {

    private final Counted callers;
    private final Counted sessions;
    private final Counted accounts;
    private final Counted failures;
    private final MeterRegistry meters;

    RequestRates(LimitsProperties properties, MeterRegistry meters) {
        this.callers = new Counted(properties.caller(), properties.remembered());
        this.sessions = new Counted(properties.session(), properties.remembered());
        this.accounts = new Counted(properties.account(), properties.remembered());
        this.failures = new Counted(properties.failed(), properties.remembered());
        this.meters = meters;
    }

    /** Counts a request of a caller. */
    Standing ofCaller(Caller caller) {
        return noted(countedFor(caller).take(caller.actor()));
    }

    /** Counts what a request asks for beyond one thing, as a batch does. */
    public Standing ofCaller(Caller caller, int more) {
        return noted(more == 0 ? Standing.UNLIMITED : countedFor(caller).take(caller.actor(), more));
    }

    private Counted countedFor(Caller caller) {
        return caller.kind() == Caller.Kind.SESSION ? sessions : callers;
    }

    /** Counts a request about an account, whose caller must have been let in already: nobody else may use it up. */
    public Standing ofAccount(String account) {
        return noted(accounts.take(account));
    }

    /** Counts a key or token from an address that is not valid. */
    public Standing ofFailure(String address) {
        return noted(failures.take(address));
    }

    /** Whether so much from an address was not valid that there is reason to look less eagerly. */
    public boolean isSuspicious(String address) {
        return failures.isSpent(address);
    }

    private Standing noted(Standing standing) {
        if (!standing.isAdmitted()) {
            Counter.builder(LedgerMeters.RATE_LIMITED.meterName())
                    .baseUnit(LedgerMeters.RATE_LIMITED.unit())
                    .description(LedgerMeters.RATE_LIMITED.description())
                    .tag("limit", standing.limit().name())
                    .register(meters)
                    .increment();
        }
        return standing;
    }
}
