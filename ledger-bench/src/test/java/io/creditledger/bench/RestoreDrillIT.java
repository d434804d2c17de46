package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.bench.Journal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The drill of "Backup and restore" in docs/operating.md, with what is there to do it: a backup under load, a moment, work after
 * it, the loss of the machine, and the ledger as it was at that moment.
 */
class RestoreDrillIT {

    private static final List<String> ACCOUNTS = List.of("drill:0", "drill:1", "drill:2", "drill:3");
    private static final String BUYER = "buyer";
    private static final int CLIENTS = 8;
    private static final long PLENTY = 1_000_000_000L;
    private static final long CREDITS = 10_000;
    private static final int SOME = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder = LedgerProcess.emptyFolder("drill");
    private final Path archive = folder.resolve("archive");
    private final Path backup = folder.resolve("backup");
    private final InterceptedStripe stripe = new InterceptedStripe();

    RestoreDrillIT() throws IOException {}

    @Test
    void isWhatItWasAtThatMomentAndGoesOnFromThere() throws Exception {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path after = Files.createDirectories(folder.resolve("after"));
        Path onwards = Files.createDirectories(folder.resolve("onwards"));
        ArchivedPostgres postgres = ArchivedPostgres.start(folder.resolve("lost"), archive, 0);
        int port = postgres.port();
        try (stripe;
                LedgerProcess ledger = stripe.usedBy(LedgerProcess.in("drill-ledger"))
                        .with("LEDGER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres")
                        .with("LEDGER_DATABASE_USERNAME", "postgres")
                        .with("LEDGER_DATABASE_PASSWORD", "postgres")) {
            ledger.start();
            stripe.tell(ledger);
            for (String account : ACCOUNTS) {
                ledger.client().open(account, PLENTY);
            }
            try (Load load = Load.start(ledger.client(), ACCOUNTS, before, CLIENTS, 1)) {
                awaitMore(load);
                postgres.backUp(backup);
                awaitMore(load);
                load.stop();
                assertThat(load.unexpected()).isEmpty();
            }
            String startedBefore = startBuying(ledger, "before");
            String moment = postgres.text("select clock_timestamp()");

            String startedAfter = startBuying(ledger, "after");
            stripe.confirm("payment_intents", startedBefore, "pm_card_visa");
            stripe.confirm("payment_intents", startedAfter, "pm_card_visa");
            awaitCredits(ledger, 2 * CREDITS);
            try (Load load = Load.start(ledger.client(), ACCOUNTS, after, CLIENTS, 2)) {
                awaitMore(load);
                load.stop();
                assertThat(load.unexpected()).isEmpty();
            }
            postgres.awaitArchived();
            postgres.perish();
            ledger.kill();

            ArchivedPostgres.restore(backup, archive, folder.resolve("restored"), "time", moment);
            postgres = ArchivedPostgres.start(folder.resolve("restored"), archive, port);
            ledger.start();

            new Audit(ledger.client(), ACCOUNTS, Journal.read(before)).everything();
            everyAcknowledgedAnswerIsStillGiven(ledger, before);
            assertThat(Journal.read(after).values())
                    .as("what is lost, as it should be")
                    .contains(Outcome.OK);
            boughtCreditsAreFoundAgain(ledger, postgres);

            try (Load load = Load.start(ledger.client(), ACCOUNTS, onwards, CLIENTS, 3)) {
                awaitMore(load);
                load.stop();
                assertThat(load.unexpected()).isEmpty();
            }
            theOrderHasNoGapAndNobodyIsAheadOfIt(postgres);
            LedgerProcess.Audited audited = ledger.audit("verify");
            assertThat(audited.inOrder()).as(audited.said()).isTrue();
        } finally {
            postgres.close();
        }
    }

    private static void everyAcknowledgedAnswerIsStillGiven(LedgerProcess ledger, Path journals) throws IOException {
        for (Consumption asked : Journal.read(journals).keySet()) {
            LedgerClient.Answer answer = ledger.client().consume(asked);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.replayed()).as("stored: %s", asked).isTrue();
        }
    }

    /**
     * One purchase was begun before the moment: that it was paid afterwards is learnt from Stripe. The other was begun later: the
     * news waits until the shop sends its request again, which charges nobody a second time.
     */
    private void boughtCreditsAreFoundAgain(LedgerProcess ledger, ArchivedPostgres postgres) throws IOException {
        awaitCredits(ledger, CREDITS);
        Awaitility.await("Stripe's news of a purchase that the ledger does not know waits")
                .atMost(PATIENCE)
                .until(() -> postgres.text("""
                                select count(*) from payments.stripe_event
                                where kind = 'payment' and state = 'received' and last_problem is not null
                                """), count -> !count.equals("0"));
        assertThat(credits(ledger)).isEqualTo(CREDITS);
        JsonNode again = buy(ledger, "after");
        assertThat(again.path("status").asString(again.toString())).isEqualTo("succeeded");
        awaitCredits(ledger, 2 * CREDITS);
        assertThat(stripe.state().path("charges").size()).isEqualTo(2);
    }

    private static void theOrderHasNoGapAndNobodyIsAheadOfIt(ArchivedPostgres postgres) throws Exception {
        assertThat(postgres.text("""
                        select min(global_index) = 1 and max(global_index) = count(*) from ledger.domain_event_entry
                        """)).as("no gap").isEqualTo("t");
        Awaitility.await("the read models are at the end of the history")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(postgres.text("""
                                select min(place.at) = max(place.at) and max(place.at) = (
                                    select max(global_index) from ledger.domain_event_entry)
                                from (select (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint as at
                                      from projections.token where token_type like '%GlobalSequence%') place
                                """)).isEqualTo("t"));
    }

    private static String startBuying(LedgerProcess ledger, String key) throws IOException {
        return buy(ledger, key).path("clientSecret").asString();
    }

    private static JsonNode buy(LedgerProcess ledger, String key) throws IOException {
        LedgerClient client = ledger.client();
        assertThat(client.send("PUT", "/v1/accounts/" + BUYER, null, "{}").status())
                .isIn(200, 201);
        LedgerClient.Answer answer =
                client.send("POST", "/v1/accounts/" + BUYER + "/purchases", key, "{\"packageId\": \"credits-10000\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static void awaitCredits(LedgerProcess ledger, long credits) {
        Awaitility.await("the customer has " + credits)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> credits(ledger) == credits);
    }

    private static long credits(LedgerProcess ledger) throws IOException {
        return ledger.client()
                .get("/v1/accounts/" + BUYER + "/balance")
                .json()
                .path("current")
                .asLong();
    }

    private static void awaitMore(Load load) {
        long wanted = load.recorded() + SOME;
        Awaitility.await("more is acknowledged").atMost(PATIENCE).until(() -> load.recorded() >= wanted);
    }
}
