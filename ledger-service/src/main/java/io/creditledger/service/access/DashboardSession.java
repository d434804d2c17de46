package io.creditledger.service.access;

import java.time.Instant;

/**
 * A customer's way to the dashboard, without its token.
 *
 * @param createdBy who asked for it, as facts name callers
 * @param expiresAt from when it is not valid
 */
public record DashboardSession(
        String sessionId, String accountId, Instant createdAt, String createdBy, Instant expiresAt) {

    Caller caller() {
        return new Caller(
                Caller.Kind.SESSION, sessionId, Role.CUSTOMER.scopes(), Reach.onlyAccount(accountId), expiresAt);
    }
}
