package io.creditledger.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions as PostgreSQL keeps them. */
final class DashboardSessionTable {

    private final JdbcClient database;

    DashboardSessionTable(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
    }

    void insert(DashboardSession session, Secret.Hash hash) {
        database.sql("""
                        insert into access.dashboard_session
                            (session_id, hash, account_id, created_at, created_by, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(session.sessionId())
                .param(hash.bytes())
                .param(session.accountId())
                .param(utc(session.createdAt()))
                .param(session.createdBy())
                .param(utc(session.expiresAt()))
                .update();
    }

    /** The session of a token, unless it was revoked or its time is over. */
    Optional<DashboardSession> find(Secret.Hash hash, Instant now) {
        return database.sql("""
                        select * from access.dashboard_session where hash = ? and revoked_at is null and expires_at > ?
                        """)
                .param(hash.bytes())
                .param(utc(now))
                .query((row, _) -> session(row))
                .optional();
    }

    boolean isValid(String sessionId, Instant now) {
        return database.sql("""
                        select exists (select from access.dashboard_session
                                       where session_id = ? and revoked_at is null and expires_at > ?)
                        """)
                .param(sessionId)
                .param(utc(now))
                .query(Boolean.class)
                .single();
    }

    /** The valid sessions of an account, the newest first. */
    List<DashboardSession> of(String accountId, Instant now) {
        return database.sql("""
                        select * from access.dashboard_session
                        where account_id = ? and revoked_at is null and expires_at > ?
                        order by created_at desc, session_id
                        """)
                .param(accountId)
                .param(utc(now))
                .query((row, _) -> session(row))
                .list();
    }

    /** Says whether the account has such a session, revoked ones included. */
    boolean revoke(String accountId, String sessionId, Instant now) {
        return database.sql("""
                                update access.dashboard_session set revoked_at = coalesce(revoked_at, ?)
                                where account_id = ? and session_id = ?
                                """)
                        .param(utc(now))
                        .param(accountId)
                        .param(sessionId)
                        .update()
                == 1;
    }

    /** Ends all but the newest sessions of an account. */
    void keepNewest(String accountId, int kept, Instant now) {
        database.sql("""
                        update access.dashboard_session set revoked_at = :now
                        where revoked_at is null and session_id in (
                            select session_id from access.dashboard_session
                            where account_id = :account and revoked_at is null and expires_at > :now
                            order by created_at desc, session_id offset :kept)
                        """)
                .param("now", utc(now))
                .param("account", accountId)
                .param("kept", kept)
                .update();
    }

    void deleteExpiredBefore(Instant moment) {
        database.sql("delete from access.dashboard_session where expires_at < ?")
                .param(utc(moment))
                .update();
    }

    private static DashboardSession session(ResultSet row) throws SQLException {
        return new DashboardSession(
                row.getString("session_id"),
                row.getString("account_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
