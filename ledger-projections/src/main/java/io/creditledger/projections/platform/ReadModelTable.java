package io.creditledger.projections.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table of a read model, as the database knows it.
 *
 * @param name without its schema
 * @param key the columns that tell its rows apart
 * @param columns all of its columns
 */
public record ReadModelTable(String name, List<String> key, List<String> columns) {

    /** The column that says whose a row is: every table of a read model has it. */
    public static final String ACCOUNT = "account_id";

    private static final String TABLES = """
            select relation.relname,
                   array(select attribute.attname::text
                           from unnest(key.indkey) with ordinality as part(number, place)
                           join pg_attribute as attribute
                             on attribute.attrelid = relation.oid and attribute.attnum = part.number
                          order by part.place),
                   array(select attribute.attname::text from pg_attribute as attribute
                          where attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
                          order by attribute.attnum)
              from pg_class as relation
              join pg_index as key on key.indrelid = relation.oid and key.indisprimary
             where relation.relnamespace = ?::regnamespace and relation.relkind = 'r' and starts_with(relation.relname, ?)
             order by relation.relname
            """;

    private static final String UNIQUE_INDEXES = """
            select pg_get_indexdef(indexrelid) from pg_index where indrelid = (?::text)::regclass and indisunique
            """;

    /** The tables of a read model: those whose names begin with its own. */
    static List<ReadModelTable> of(String group, JdbcTemplate jdbc) {
        return jdbc.query(
                TABLES,
                (row, _) -> new ReadModelTable(row.getString(1), texts(row, 2), texts(row, 3)),
                ProjectionsDatabase.SCHEMA,
                group + '_');
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Whether there is one row for each account, and no more. */
    public boolean hasOneRowEach() {
        return key.equals(List.of(ACCOUNT));
    }

    /** The table with its schema. */
    public String stored() {
        return ProjectionsDatabase.SCHEMA + '.' + name;
    }

    /** The temporary table of a {@link Shadow}. */
    public String shadow() {
        return "pg_temp." + name;
    }

    /** The table that is to take the place of the stored one. */
    String next() {
        return NextTables.SCHEMA + '.' + name;
    }

    /** Makes the temporary table, empty, with what keeps its rows apart. What only finds rows faster is left out. */
    void createShadow(JdbcTemplate jdbc) {
        jdbc.execute("create temporary table " + name + " (like " + stored()
                + " including defaults including constraints including generated)");
        for (String index : jdbc.queryForList(UNIQUE_INDEXES, String.class, stored())) {
            jdbc.execute(index.replace(" ON " + stored() + ' ', " ON " + shadow() + ' '));
        }
    }
}
