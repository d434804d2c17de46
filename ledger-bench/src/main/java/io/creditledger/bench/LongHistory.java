package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Website;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a long history in little time: facts as the ledger itself stores them, but past it, many with one statement. Nobody else may
 * be writing, and the accounts can't be used for commands afterwards: the ledger would remember them as they were before.
 */
final class LongHistory {

    private static final int AT_ONCE = 10_000;
    private static final String KEYS = "history-";

    /* The facts of an account are spread over the history as those of many accounts that are used at the same time. */
    private static final String APPEND = """
            insert into ledger.domain_event_entry
                (global_index, aggregate_identifier, sequence_number, time_stamp, type, event_identifier, payload_type,
                 payload_revision, payload, meta_data, request_id)
            select head.global_index + fact.place, fact.account, fact.revision, head.time_stamp + fact.place * 1000, head.type,
                   gen_random_uuid()::text, head.payload_type, head.payload_revision, fact.payload, head.meta_data, fact.request
              from unnest(?::text[], ?::bigint[], ?::text[], ?::text[])
                   with ordinality as fact(account, revision, payload, request, place)
             cross join (select * from ledger.domain_event_entry order by global_index desc limit 1) as head
            """;

    private final Ledger ledger;
    private final Acknowledgements acknowledgements;
    private final List<AccountId> accounts;
    private final ObjectNode consumption;

    /**
     * A history of consumptions.
     *
     * @param accounts opened, with credits, and never used; the first one is used once
     */
    LongHistory(Ledger ledger, Acknowledgements acknowledgements, List<AccountId> accounts) throws Exception {
        this.ledger = ledger;
        this.acknowledgements = acknowledgements;
        this.accounts = List.copyOf(accounts);
        new Consumer(ledger, accounts.subList(0, 1), acknowledgements, "pattern", 0).once();
        this.consumption = newest();
    }

    private ObjectNode newest() throws SQLException {
        try (Connection connection = ledger.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select payload from ledger.domain_event_entry order by global_index desc limit 1")) {
            row.next();
            return (ObjectNode) JsonMapper.shared().readTree(row.getString(1));
        }
    }

    /** Has every account but the first spend one credit after another, in turns. */
    void write(int facts) throws SQLException {
        List<Spent> batch = new ArrayList<>(AT_ONCE);
        int others = accounts.size() - 1;
        try (Connection connection = ledger.connect()) {
            for (int number = 0; number < facts; number++) {
                batch.add(new Spent(accounts.get(1 + number % others), number / others + 1));
                if (batch.size() == AT_ONCE || number == facts - 1) {
                    append(connection, batch);
                    batch.clear();
                }
            }
        }
    }

    /** The consumption of an account's so manieth credit. */
    private record Spent(AccountId account, int credits) {

        IdempotencyKey key() {
            return new IdempotencyKey(KEYS + credits);
        }

        RequestId request() {
            return RequestId.of(account, key());
        }

        /** Opened at 0, granted at 1. */
        long revision() {
            return 1L + credits;
        }
    }

    private void append(Connection connection, List<Spent> batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(
                    1, batch.stream().map(spent -> spent.account().value()).toArray(String[]::new));
            statement.setObject(2, batch.stream().mapToLong(Spent::revision).toArray());
            statement.setObject(3, batch.stream().map(this::payload).toArray(String[]::new));
            statement.setObject(
                    4, batch.stream().map(spent -> spent.request().value()).toArray(String[]::new));
            statement.executeUpdate();
        }
        batch.forEach(spent -> acknowledgements.recorded(spent.account(), spent.key()));
    }

    private String payload(Spent spent) {
        ObjectNode payload = consumption.deepCopy();
        Website website = Consumer.website(spent.key());
        payload.put("accountId", spent.account().value());
        payload.put("consumptionId", ConsumptionId.PREFIX + spent.request().value());
        payload.putObject("website")
                .put("id", website.id())
                .put("name", website.name())
                .put("url", website.url());
        ((ObjectNode) payload.path("draws").path(0)).put("lotId", lotOf(spent.account()));
        ((ObjectNode) payload.path("balance")).put("used", spent.credits());
        return payload.toString();
    }

    private static String lotOf(AccountId account) {
        return LotId.of(RequestId.of(account, Ledger.GRANT)).value();
    }
}
