package io.creditledger.projections.platform;

import io.creditledger.projections.ReadModels;
import java.util.List;

/** What the database did for a question. */
public final class Planned {

    private Planned() {}

    /** How many rows of a table were looked at while something was done, by the table's own statistics. */
    public static long rowsRead(ReadModels readModels, String table, Runnable question) {
        ProjectionsDatabase database = readModels.bean(ProjectionsDatabase.class);
        // In one transaction everything runs on one connection, whose own statistics are exact.
        return database.inTransaction(() -> {
            long before = read(database, table);
            question.run();
            return read(database, table) - before;
        });
    }

    private static long read(ProjectionsDatabase database, String table) {
        List<Long> counts = database.jdbc().query("""
                        select pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid)
                             + (select coalesce(sum(pg_stat_get_xact_tuples_returned(indexrelid)), 0)
                                from pg_index where indrelid = c.oid)
                        from pg_class as c
                        where oid = cast(? as regclass)
                        """, (row, _) -> row.getLong(1), "projections." + table);
        return counts.getFirst();
    }
}
