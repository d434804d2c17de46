package io.creditledger.service.audit.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A command can't do what it was asked, and why: in words for a person. */
final class CouldNotRunException extends RuntimeException {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final transient @Nullable JsonNode problem;

    CouldNotRunException(String reason) {
        super(reason);
        this.problem = null;
    }

    CouldNotRunException(String reason, Throwable cause) {
        super(reason, cause);
        this.problem = null;
    }

    /** A refusal of the ledger's, as it answered it. */
    CouldNotRunException(JsonNode problem) {
        super(Text.of(problem, "title") + ": " + Text.of(problem, "detail"));
        this.problem = problem;
    }

    /** What the ledger said; null when it said nothing. */
    @Nullable
    JsonNode problem() {
        return problem;
    }

    /** Whether the ledger is away or busy, and may answer when asked again. */
    boolean mayPass() {
        if (problem == null) {
            return getCause() instanceof java.io.IOException;
        }
        int status = problem.path("status").asInt(0);
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    boolean isConflict() {
        return problem != null && problem.path("status").asInt(0) == CONFLICT;
    }
}
