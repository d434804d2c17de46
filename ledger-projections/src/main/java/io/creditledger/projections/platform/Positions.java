package io.creditledger.projections.platform;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
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

    private long position(byte[] token, String type) {
        if (token == null) {
            return NOWHERE;
        }
        TrackingToken place = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return place == null ? NOWHERE : place.position().orElse(NOWHERE);
    }
}
