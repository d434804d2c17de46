package io.creditledger.service.access;

import java.util.Optional;

/** Tells callers by what they show. */
public final class Access {

    private final KnownKeys keys;
    private final DashboardSessions sessions;

    Access(KnownKeys keys, DashboardSessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /**
     * Who shows this key or session token; nobody if it is neither, or not valid now.
     *
     * @throws AccessUnavailableException if it can't be found out now
     */
    public Optional<Caller> find(String secret) {
        Optional<Caller> key = keys.find(secret);
        return key.isPresent() || !DashboardSessions.isToken(secret) ? key : sessions.find(secret);
    }

    /** Whether what a caller showed some time ago would be accepted still: for answers that take long. */
    public boolean stillHolds(Caller caller) {
        return switch (caller.kind()) {
            case CONFIGURED, TOKEN -> true;
            case KEY -> keys.isValid(caller.id());
            case SESSION -> sessions.isValid(caller.id());
        };
    }
}
