package io.creditledger.projections.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables like those of read models, in a schema of their own, made to take their place. While they are filled, the others serve, and
 * until the transaction ends that exchanges them nobody sees a difference. There is one such schema: whoever works on it holds its
 * lock. For one thread.
 */
public final class NextTables {

    static final String SCHEMA = "projections_next";

    private static final String LOCK = "select pg_try_advisory_lock(hashtext('ledger.rebuild'), hashtext('tables'))";

    private static final String LAST_MIGRATION =
            "select max(installed_rank) from " + ProjectionsDatabase.SCHEMA + ".flyway_schema_history";

    private static final String OPTIONS =
            "select array_to_string(reloptions, ', ') from pg_class where oid = (?::text)::regclass";

    /* What an operator allowed others to do with a table goes on being allowed. */
    private static final String GRANTS = """
            select format('grant %s on %s to %s%s', privilege_type, ?,
                          case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end,
                          case when is_grantable then ' with grant option' else '' end)
              from pg_class as relation cross join aclexplode(relation.relacl)
             where relation.oid = (?::text)::regclass and grantee <> relation.relowner
            """;

    private static final String INDEXES = """
            select relation.relname, pg_get_indexdef(index.indexrelid), index.indisunique,
                   case kept.contype when 'p' then 'primary key' when 'u' then 'unique' end
              from pg_index as index
              join pg_class as relation on relation.oid = index.indexrelid
              left join pg_constraint as kept on kept.conindid = index.indexrelid and kept.conrelid = index.indrelid
             where index.indrelid = (?::text)::regclass
             order by relation.relname
            """;

    private final JdbcTemplate jdbc;
    private final List<String> groups;
    private final List<ReadModelTable> tables;
    private final List<Index> indexes = new ArrayList<>();
    private int migration;

    /**
     * An index of a table as it is stored.
     *
     * @param constraint what it keeps, in the words of SQL; null when it only finds rows
     */
    private record Index(
            ReadModelTable table,
            String name,
            String definition,
            boolean isUnique,
            @Nullable String constraint) {

        void create(JdbcTemplate jdbc) {
            jdbc.execute(definition.replace(" ON " + table.stored() + ' ', " ON " + table.next() + ' '));
            if (constraint != null) {
                jdbc.execute("alter table " + table.next() + " add constraint " + name + ' ' + constraint
                        + " using index " + name);
            }
        }
    }

    /** The tables of a shadow that was opened for them. */
    public NextTables(Shadow shadow) {
        this.jdbc = shadow.jdbc();
        this.groups = shadow.models().stream().map(ShadowModel::name).toList();
        this.tables = shadow.models().stream()
                .flatMap(model -> model.tables().stream())
                .toList();
    }

    /** Takes the right to work on them for the shadow's connection; nothing if another has it. */
    public boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject(LOCK, Boolean.class));
    }

    /** Removes them, and whatever else somebody left behind. */
    public void drop() {
        jdbc.execute("drop schema if exists " + SCHEMA + " cascade");
    }

    /** Makes them, empty, with what keeps their rows apart. */
    public void create() {
        drop();
        jdbc.execute("create schema " + SCHEMA);
        migration = migration();
        for (ReadModelTable table : tables) {
            jdbc.execute(
                    "create table " + table.next() + " (like " + table.stored() + " including all excluding indexes)");
            String options = jdbc.queryForObject(OPTIONS, String.class, table.stored());
            if (options != null) {
                jdbc.execute("alter table " + table.next() + " set (" + options + ")");
            }
            jdbc.queryForList(GRANTS, String.class, table.next(), table.stored())
                    .forEach(jdbc::execute);
            indexes.addAll(jdbc.query(
                    INDEXES,
                    (row, _) ->
                            new Index(table, row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)),
                    table.stored()));
        }
        indexes.stream().filter(Index::isUnique).forEach(index -> index.create(jdbc));
    }

    private int migration() {
        Integer rank = jdbc.queryForObject(LAST_MIGRATION, Integer.class);
        return rank == null ? 0 : rank;
    }

    /** Adds what only finds rows faster: cheaper made of all rows at once than row by row. */
    public void index() {
        jdbc.execute("set statement_timeout = 0; set maintenance_work_mem = '256MB'");
        indexes.stream().filter(index -> !index.isUnique()).forEach(index -> index.create(jdbc));
        tables.forEach(table -> jdbc.execute("analyze " + table.next()));
        jdbc.execute("set statement_timeout = '10min'; reset maintenance_work_mem");
    }

    /** The read models whose tables they are. */
    public Collection<String> groups() {
        return groups;
    }

    /** Whether the stored tables are shaped now as they were when these were made: another process may be of a newer version. */
    public boolean haveTheShapeOfTheStored() {
        return migration == migration();
    }

    /**
     * Puts them in the place of the stored ones, and forgets what read models have set aside. Readers wait for the transaction to
     * end and then read the new ones; plans that were made for the old ones are made anew.
     */
    public void exchange() {
        String stored = names(ReadModelTable::stored);
        jdbc.execute("lock table " + stored + " in access exclusive mode");
        jdbc.execute("drop table " + stored);
        for (ReadModelTable table : tables) {
            jdbc.execute("alter table " + table.next() + " set schema " + ProjectionsDatabase.SCHEMA);
        }
        jdbc.execute("drop schema " + SCHEMA);
        jdbc.update("delete from projections.dead_letter where processing_group = any(?::text[])", (Object)
                groups.toArray(String[]::new));
    }

    private String names(Function<ReadModelTable, String> name) {
        return tables.stream().map(name).collect(Collectors.joining(", "));
    }
}
