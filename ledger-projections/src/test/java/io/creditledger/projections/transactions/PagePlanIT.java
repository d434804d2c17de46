package io.creditledger.projections.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.projections.History;
import io.creditledger.projections.PostgresForTests;
import io.creditledger.projections.ReadModels;
import io.creditledger.projections.platform.Planned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page of history costs the same however long the history: no question about 200,000 lines makes the database read them. */
class PagePlanIT {

    private static final AccountId ALICE = new AccountId("alice");
    private static final int PAGE = 50;
    private static ReadModels readModels;

    @BeforeAll
    static void fillTheTable() {
        readModels = ReadModels.start(new History(), PostgresForTests.newDatabase());
        readModels.jdbc().execute("""
                insert into projections.transactions_line
                    (account_id, revision, occurred_at, type, amount, balance_after, transaction_id, description, website_id)
                select 'alice', n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute',
                       case when n % 20000 = 1 then 0 else 2 end, -1, 1000000 - n, 'con_' || n,
                       'Website generation ' || n, case when n % 1000 = 0 then 'rare' else 'usual' end
                from generate_series(1, 200000) as n
                """);
        readModels.jdbc().execute("""
                insert into projections.transactions_progress (account_id, revision, occurred_at)
                values ('alice', 200000, timestamptz '2026-06-01T00:00:00Z')
                """);
        readModels.jdbc().execute("analyze projections.transactions_line");
    }

    @AfterAll
    static void stop() {
        readModels.close();
    }

    private static FindTransactions question(
            @Nullable TransactionType type,
            @Nullable String website,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text,
            @Nullable String cursor) {
        return new FindTransactions(ALICE, type, website, from, to, text, null, null, PAGE, cursor, null);
    }

    private static long rowsReadFor(FindTransactions question) {
        return Planned.rowsRead(readModels, "transactions_line", () -> {
            Page<TransactionLine> page = readModels.page(question);
            assertThat(page.items()).isNotEmpty();
        });
    }

    @Test
    void thePagesOfAllLines() {
        Page<TransactionLine> first = readModels.page(FindTransactions.of(ALICE, PAGE));

        assertThat(rowsReadFor(FindTransactions.of(ALICE, PAGE))).isBetween(1L, PAGE + 1L);
        assertThat(rowsReadFor(question(null, null, null, null, null, first.nextCursor())))
                .isBetween(1L, PAGE + 1L);
    }

    @Test
    void thePagesOfAWebsite() {
        assertThat(rowsReadFor(question(null, "rare", null, null, null, null))).isBetween(1L, PAGE + 1L);
    }

    @Test
    void thePagesOfAType() {
        assertThat(rowsReadFor(question(TransactionType.PURCHASE, null, null, null, null, null)))
                .isBetween(1L, PAGE + 1L);
        assertThat(rowsReadFor(question(TransactionType.CONSUMPTION, null, null, null, null, null)))
                .isBetween(1L, PAGE + 2L);
    }

    @Test
    void thePagesOfAPeriodLongAgo() {
        Instant from = Instant.parse("2026-01-10T00:00:00Z");
        Instant to = Instant.parse("2026-01-11T00:00:00Z");

        assertThat(rowsReadFor(question(null, null, from, to, null, null))).isBetween(1L, 400L);
    }

    @Test
    void aSearchByTextLooksAtSoManyLinesAndGoesOnFromThere() {
        FindTransactions rareText = question(null, null, null, null, "generation 7", null);
        assertThat(Planned.rowsRead(readModels, "transactions_line", () -> readModels.page(rareText)))
                .isBetween(1L, FindTransactionsHandler.LOOK_AT_MOST);

        List<TransactionLine> found = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<TransactionLine> page = readModels.page(question(null, null, null, null, "generation 1999", cursor));
            found.addAll(page.items());
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(found).hasSize(111);
        assertThat(pages).isBetween(10, 14);
    }
}
