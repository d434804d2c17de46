package io.creditledger.projections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows of all read models in one order, to compare what two processes made of one history. */
public final class Rows {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'projections' and table_type = 'BASE TABLE'
              and table_name not in ('token', 'dead_letter', 'flyway_schema_history')
            order by table_name
            """;

    private Rows() {}

    public static List<String> tables(JdbcTemplate jdbc) {
        return jdbc.query(TABLES, (row, _) -> row.getString(1));
    }

    public static String digest(JdbcTemplate jdbc) {
        MessageDigest digest = sha256();
        for (String table : tables(jdbc)) {
            digest.update(table.getBytes(StandardCharsets.UTF_8));
            jdbc.query(
                    "select content::text as line from projections." + table
                            + " as content order by content::text collate \"C\"",
                    row -> {
                        digest.update(row.getString("line").getBytes(StandardCharsets.UTF_8));
                    });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
