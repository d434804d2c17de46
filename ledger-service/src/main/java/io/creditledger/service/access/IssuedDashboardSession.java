package io.creditledger.service.access;

/** A session at the only moment at which its token can be told. */
public record IssuedDashboardSession(DashboardSession session, String token) {

    @Override
    public String toString() {
        return session.toString();
    }
}
