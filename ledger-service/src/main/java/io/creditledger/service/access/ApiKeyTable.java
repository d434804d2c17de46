package io.creditledger.service.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys as PostgreSQL keeps them. Every change moves the version, by which other processes notice it. */
final class ApiKeyTable {

    private static final String VIEW = """
            select k.*, s.expires_at as previous_expires_at
            from access.api_key k
            left join access.api_key_secret s on s.key_id = k.key_id and s.expires_at > now()
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    ApiKeyTable(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    long version() {
        return database.sql("select version from access.api_key_version")
                .query(Long.class)
                .single();
    }

    /** Every secret that may be valid now or later. */
    List<KnownKey> known() {
        return database.sql("""
                        select k.key_id, k.scopes, k.account_prefixes, k.expires_at, s.hash, s.expires_at as secret_expires_at
                        from access.api_key k join access.api_key_secret s using (key_id)
                        where k.revoked_at is null
                        """)
                .query((row, _) -> new KnownKey(
                        row.getString("key_id"),
                        Secret.Hash.stored(row.getBytes("hash")),
                        texts(row, "scopes").stream()
                                .flatMap(word -> Scope.of(word).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        Reach.ofPrefixes(texts(row, "account_prefixes")),
                        instant(row, "expires_at"),
                        instant(row, "secret_expires_at")))
                .list();
    }

    long count() {
        return database.sql("select count(*) from access.api_key")
                .query(Long.class)
                .single();
    }

    void insert(String keyId, NewApiKey wanted, Secret.Hash hash, String actor, Instant now) {
        transaction.executeWithoutResult(_ -> {
            database.sql("""
                            insert into access.api_key
                                (key_id, name, scopes, account_prefixes, created_at, created_by, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(keyId)
                    .param(wanted.name())
                    .param(wanted.scopes().stream().map(Scope::word).sorted().toArray(String[]::new))
                    .param(wanted.accountPrefixes().toArray(String[]::new))
                    .param(utc(now))
                    .param(actor)
                    .param(wanted.expiresAt() == null ? null : utc(wanted.expiresAt()))
                    .update();
            insertSecret(keyId, hash, now);
            changed();
        });
    }

    private void insertSecret(String keyId, Secret.Hash hash, Instant now) {
        database.sql("insert into access.api_key_secret (hash, key_id, created_at) values (?, ?, ?)")
                .param(hash.bytes())
                .param(keyId)
                .param(utc(now))
                .update();
    }

    private void changed() {
        database.sql("update access.api_key_version set version = version + 1").update();
    }

    Optional<ApiKey> find(String keyId) {
        return database.sql(VIEW + "where k.key_id = ?")
                .param(keyId)
                .query((row, _) -> view(row))
                .optional();
    }

    /** In the order of their ids, which is by chance. */
    List<ApiKey> page(String after, int limit) {
        return database.sql(VIEW + "where k.key_id > ? order by k.key_id limit ?")
                .param(after)
                .param(limit)
                .query((row, _) -> view(row))
                .list();
    }

    /**
     * Gives a key another secret. The one it has stays valid until the moment given; but if the one before that is still valid,
     * a rotation is under way whose secret may never have arrived, and that secret is the one replaced.
     *
     * @return whether there is such a key
     */
    boolean rotate(String keyId, Secret.Hash hash, Instant now, Instant previousExpiresAt) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!lock(keyId)) {
                return false;
            }
            boolean underWay = database.sql(
                            "select exists (select from access.api_key_secret where key_id = ? and expires_at > ?)")
                    .param(keyId)
                    .param(utc(now))
                    .query(Boolean.class)
                    .single();
            if (underWay) {
                endSecrets(keyId, "expires_at is null");
            } else {
                endSecrets(keyId, "expires_at is not null");
                database.sql("update access.api_key_secret set expires_at = ? where key_id = ?")
                        .param(utc(previousExpiresAt))
                        .param(keyId)
                        .update();
            }
            insertSecret(keyId, hash, now);
            changed();
            return true;
        }));
    }

    /** Ends the secret before the present one. */
    boolean endRotation(String keyId) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!lock(keyId)) {
                return false;
            }
            endSecrets(keyId, "expires_at is not null");
            changed();
            return true;
        }));
    }

    private boolean lock(String keyId) {
        return database.sql("select key_id from access.api_key where key_id = ? and revoked_at is null for update")
                .param(keyId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void endSecrets(String keyId, String which) {
        database.sql("delete from access.api_key_secret where key_id = ? and " + which)
                .param(keyId)
                .update();
    }

    /** Ends a key for good. The keys stay listed, so that facts can be traced to them. */
    void revoke(String keyId, String actor, Instant now) {
        transaction.executeWithoutResult(_ -> {
            database.sql("""
                            update access.api_key set revoked_at = ?, revoked_by = ? where key_id = ? and revoked_at is null
                            """).param(utc(now)).param(actor).param(keyId).update();
            database.sql("delete from access.api_key_secret where key_id = ?")
                    .param(keyId)
                    .update();
            changed();
        });
    }

    /** The valid keys with which keys can be made. */
    Set<String> administrators(Instant now) {
        return database.sql("""
                        select key_id from access.api_key
                        where revoked_at is null and (expires_at is null or expires_at > ?)
                            and 'ledger:admin' = any (scopes) and account_prefixes = '{}'
                        """).param(utc(now)).query(String.class).set();
    }

    void used(Map<String, Instant> lastUses) {
        lastUses.forEach((keyId, at) -> database.sql(
                        "update access.api_key set last_used_at = greatest(last_used_at, ?) where key_id = ?")
                .param(utc(at))
                .param(keyId)
                .update());
    }

    private static ApiKey view(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("key_id"),
                row.getString("name"),
                texts(row, "scopes"),
                texts(row, "account_prefixes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "previous_expires_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                instant(row, "last_used_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
