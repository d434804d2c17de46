package io.creditledger.projections.transactions;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.MetadataJson;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code projections.transactions_line}: written once, read by account and revision. */
@Component
class TransactionsTable {

    private static final String INSERT = """
            insert into transactions_line
                (account_id, revision, occurred_at, type, amount, balance_after, transaction_id, description,
                 website_id, website_name, website_url, reference, metadata)
            select account_id, revision, timestamptz 'epoch' + occurred_micros * interval '1 microsecond',
                   type, amount, balance_after, transaction_id, description,
                   website_id, website_name, website_url, reference, metadata
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as line(account_id, revision, occurred_micros, type, amount, balance_after, transaction_id, description,
                        website_id, website_name, website_url, reference, metadata)
            """;

    private static final String COLUMNS = """
            select revision, occurred_at, type, amount, balance_after, transaction_id, description,
                   website_id, website_name, website_url, reference, metadata
            from transactions_line
            where account_id = :account and revision >= :lowest and revision <= :highest
            """;

    private static final String MILESTONE_BEFORE = """
            select revision from transactions_line
            where account_id = ? and revision % 64 = 0 and occurred_at < ?
            order by occurred_at desc, revision desc
            limit 1
            """;

    private static final String MILESTONE_AFTER = """
            select revision from transactions_line
            where account_id = ? and revision % 64 = 0 and occurred_at >= ?
            order by occurred_at, revision
            limit 1
            """;

    /**
     * How far the clocks of the machines that decide may be apart. Facts of one account may be out of the order of time by as
     * much, so a search by time looks that much further.
     */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    TransactionsTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
        this.client = database.client();
    }

    void insert(List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                INSERT,
                Columns.texts(movements, Movement::accountId),
                Columns.longs(movements, movement -> movement.line().revision()),
                Columns.longs(
                        movements, movement -> Columns.micros(movement.line().occurredAt())),
                Columns.longs(
                        movements, movement -> StoredType.number(movement.line().type())),
                Columns.longs(movements, movement -> movement.line().amount()),
                Columns.longs(movements, movement -> movement.line().balanceAfter()),
                Columns.texts(movements, movement -> movement.line().transactionId()),
                Columns.texts(movements, movement -> movement.line().description()),
                Columns.texts(movements, Movement::websiteId),
                Columns.texts(movements, Movement::websiteName),
                Columns.texts(movements, Movement::websiteUrl),
                Columns.texts(movements, movement -> movement.line().reference()),
                Columns.texts(
                        movements,
                        movement -> MetadataJson.write(movement.line().metadata())));
    }

    /** The lines of a search, in its direction, up to a number. */
    List<TransactionLine> find(Search search, int limit) {
        StringBuilder statement = new StringBuilder(COLUMNS);
        if (search.type() != null) {
            statement.append(" and type = :type");
            if (search.isRareType()) {
                // Said again in the words of the index, for the planner to see that it applies.
                statement.append(" and type <> 2");
            }
        }
        if (search.websiteId() != null) {
            statement.append(" and website_id = :website");
        }
        if (search.from() != null) {
            statement.append(" and occurred_at >= :from");
        }
        if (search.to() != null) {
            statement.append(" and occurred_at < :to");
        }
        if (search.text() != null) {
            statement.append(" and description ilike :pattern");
        }
        statement.append(search.oldestFirst() ? " order by revision" : " order by revision desc");
        statement.append(" limit :limit");
        JdbcClient.StatementSpec query = client.sql(statement.toString())
                .param("account", search.account().value())
                .param("lowest", search.lowest())
                .param("highest", search.highest())
                .param("limit", limit);
        return withFilters(query, search).query((row, _) -> line(row)).list();
    }

    private static JdbcClient.StatementSpec withFilters(JdbcClient.StatementSpec query, Search search) {
        JdbcClient.StatementSpec filtered = query;
        if (search.type() != null) {
            filtered = filtered.param("type", StoredType.number(search.type()));
        }
        if (search.websiteId() != null) {
            filtered = filtered.param("website", search.websiteId());
        }
        if (search.from() != null) {
            filtered = filtered.param("from", Columns.parameter(search.from()));
        }
        if (search.to() != null) {
            filtered = filtered.param("to", Columns.parameter(search.to()));
        }
        if (search.text() != null) {
            filtered = filtered.param("pattern", '%' + escaped(search.text()) + '%');
        }
        return filtered;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A revision that no line from a moment on is below of; nothing when all may be. */
    OptionalLong lowestFrom(AccountId account, Instant from) {
        return milestone(MILESTONE_BEFORE, account, from.minus(CLOCK_DIFFERENCE));
    }

    /** A revision that no line before a moment is above of; nothing when all may be. */
    OptionalLong highestBefore(AccountId account, Instant to) {
        return milestone(MILESTONE_AFTER, account, to.plus(CLOCK_DIFFERENCE));
    }

    private OptionalLong milestone(String statement, AccountId account, Instant moment) {
        return jdbc.query(statement, (row, _) -> row.getLong(1), account.value(), Columns.parameter(moment)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void clear() {
        jdbc.execute("truncate table transactions_line, transactions_progress");
    }

    private static TransactionLine line(ResultSet row) throws SQLException {
        return new TransactionLine(
                row.getString("transaction_id"),
                row.getLong("revision"),
                Columns.moment(row.getObject("occurred_at", OffsetDateTime.class)),
                StoredType.type(row.getShort("type")),
                row.getString("description"),
                row.getLong("amount"),
                row.getLong("balance_after"),
                website(row),
                row.getString("reference"),
                MetadataJson.read(row.getString("metadata")));
    }

    private static @Nullable Website website(ResultSet row) throws SQLException {
        String id = row.getString("website_id");
        return id == null ? null : new Website(id, row.getString("website_name"), row.getString("website_url"));
    }
}
