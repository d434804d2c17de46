package io.creditledger.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Remembers who looked at evidence. What can't be remembered may not be shown. */
public final class AccessTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTrail.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;

    AccessTrail(DataSource dataSource, Clock clock) {
        this.database = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /**
     * Remembers that somebody is about to be shown something.
     *
     * @return the id under which it is remembered
     * @throws AccessUnavailableException if it can't be remembered now
     */
    public long begin(String actor, String operation, @Nullable String accountId, Map<String, String> parameters) {
        try {
            return database.sql("""
                            insert into access.read_access (occurred_at, actor, operation, account_id, parameters)
                            values (?, ?, ?, ?, ?::jsonb) returning access_id
                            """)
                    .param(utc(clock.instant()))
                    .param(actor)
                    .param(operation)
                    .param(accountId)
                    .param(JSON.writeValueAsString(new TreeMap<>(parameters)))
                    .query(Long.class)
                    .single();
        } catch (DataAccessException failure) {
            LOG.warn("An access to evidence can't be recorded and is refused", failure);
            throw new AccessUnavailableException("what is looked at can't be recorded");
        }
    }

    /** Adds how it was answered, if that can be done: that it was asked for is remembered already. */
    public void end(long accessId, int status) {
        try {
            database.sql("update access.read_access set status = ? where access_id = ?")
                    .param(status)
                    .param(accessId)
                    .update();
        } catch (DataAccessException failure) {
            LOG.warn("The outcome of access {} can't be recorded", accessId, failure);
        }
    }

    /** The latest first. */
    public List<ReadAccess> find(ReadAccess.Search search, int limit) {
        return database.sql("""
                        select * from access.read_access
                        where access_id < :before
                          and (:actor::text is null or actor = :actor)
                          and (:account::text is null or account_id = :account)
                          and (:from::timestamptz is null or occurred_at >= :from)
                          and (:to::timestamptz is null or occurred_at < :to)
                        order by access_id desc limit :limit
                        """)
                .param("before", Objects.requireNonNullElse(search.before(), Long.MAX_VALUE))
                .param("actor", search.actor())
                .param("account", search.accountId())
                .param("from", utc(search.from()))
                .param("to", utc(search.to()))
                .param("limit", limit)
                .query((row, _) -> access(row))
                .list();
    }

    private static ReadAccess access(ResultSet row) throws SQLException {
        return new ReadAccess(
                row.getLong("access_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("operation"),
                row.getString("account_id"),
                JSON.readValue(row.getString("parameters"), PARAMETERS),
                row.getObject("status", Integer.class));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
