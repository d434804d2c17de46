package io.creditledger.projections.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to where read models have applied the history, whichever processes work on them. */
public final class Positions {

    private static final long NOWHERE = -1;

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    Positions(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The place in the history of the slowest part of a read model; below zero when one has not begun. */
    public long lowest(String group) {
        List<Long> positions = jdbc.query(
                "select token, token_type from projections.token where processing_group = ?",
                (row, _) -> position(row.getBytes(1), row.getString(2)),
                group);
        return positions.stream().mapToLong(Long::longValue).min().orElse(NOWHERE);
    }

    /** Each part of a read model, in the order of its number; none when it has not begun. */
    List<Part> parts(String group) {
        return jdbc.query("""
                select token, token_type, owner, claimed_at from projections.token where processing_group = ? order by segment
                """, (row, _) -> part(row), group);
    }

    private Part part(ResultSet row) throws SQLException {
        TrackingToken place = token(row.getBytes("token"), row.getString("token_type"));
        Instant claimedAt = row.getString("owner") == null ? null : Instant.parse(row.getString("claimed_at"));
        return new Part(place, claimedAt);
    }

    /**
     * A part of a read model, which one process at a time moves.
     *
     * @param place how far it is; null when it has not begun
     * @param claimedAt when the process that moves it last said so; null when none does
     */
    record Part(@Nullable TrackingToken place, @Nullable Instant claimedAt) {

        long position() {
            return place == null ? NOWHERE : place.position().orElse(NOWHERE);
        }
    }

    /**
     * Keeps all parts of read models from being moved until a transaction ends, and so from being followed.
     *
     * @param transaction the connection that has begun it
     * @return the place in the history of the one that is furthest; below zero when none has begun
     */
    public long lock(JdbcTemplate transaction, Collection<String> groups) {
        List<Long> positions = transaction.query(
                """
                select token, token_type from projections.token
                 where processing_group = any(?::text[]) order by processing_group, segment for update
                """, (row, _) -> position(row.getBytes(1), row.getString(2)), (Object) groups.toArray(String[]::new));
        return positions.stream().mapToLong(Long::longValue).max().orElse(NOWHERE);
    }

    /** Moves all parts of read models to a place in the history. */
    public void move(JdbcTemplate transaction, Collection<String> groups, TrackingToken place) {
        SerializedObject<byte[]> stored = serializer.serialize(place, byte[].class);
        transaction.update(
                "update projections.token set token = ?, token_type = ? where processing_group = any(?::text[])",
                stored.getData(),
                stored.getType().getName(),
                groups.toArray(String[]::new));
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        TrackingToken place = token(token, type);
        return place == null ? NOWHERE : place.position().orElse(NOWHERE);
    }

    private @Nullable TrackingToken token(byte @Nullable [] token, @Nullable String type) {
        return token == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    }
}
