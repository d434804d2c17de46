package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.bench.Journal.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** Compares what clients wrote down with what the ledger says, event by event, and its read models with its events. */
final class Audit {

    private static final Duration CATCHING_UP = Duration.ofMinutes(1);

    private final LedgerClient ledger;
    private final List<String> accounts;
    private final Map<Consumption, Outcome> journal;

    Audit(LedgerClient ledger, List<String> accounts, Map<Consumption, Outcome> journal) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.journal = journal;
    }

    /** All there is to check, in the order in which it makes sense. */
    void everything() throws IOException {
        historyAgreesWithTheJournal();
        everyUnknownConvergesWhenRepeated();
        everyRequestIsThereOnce();
        readModelsAgreeWithHistory();
    }

    /** What was acknowledged is there once, what was not sent is not there, what is unclear is there once or not at all. */
    private void historyAgreesWithTheJournal() throws IOException {
        Map<String, Integer> stored = countsByKey();
        journal.forEach((asked, outcome) -> {
            int times = stored.getOrDefault(asked.key(), 0);
            switch (outcome) {
                case OK -> assertThat(times).as("times stored: %s", asked).isOne();
                case FAIL -> assertThat(times).as("times stored: %s", asked).isZero();
                case UNKNOWN -> assertThat(times).as("times stored: %s", asked).isLessThanOrEqualTo(1);
            }
        });
        List<String> asked = journal.keySet().stream().map(Consumption::key).toList();
        assertThat(asked).as("nothing is stored that nobody asked for").containsAll(stored.keySet());
    }

    private void everyUnknownConvergesWhenRepeated() throws IOException {
        Map<String, Integer> stored = countsByKey();
        for (Consumption unknown : with(Outcome.UNKNOWN)) {
            LedgerClient.Answer answer = ledger.consume(unknown);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.replayed())
                    .as("a replay, if and only if it was stored: %s", unknown)
                    .isEqualTo(stored.containsKey(unknown.key()));
            LedgerClient.Answer again = ledger.consume(unknown);
            assertThat(again.body()).isEqualTo(answer.body());
        }
    }

    private void everyRequestIsThereOnce() throws IOException {
        Map<String, Integer> stored = countsByKey();
        List<Consumption> due = new ArrayList<>(with(Outcome.OK));
        due.addAll(with(Outcome.UNKNOWN));
        assertThat(stored).hasSize(due.size());
        assertThat(stored.values()).allMatch(times -> times == 1);
    }

    private List<Consumption> with(Outcome wanted) {
        return journal.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often the consumption of each idempotency key is in the history, over all accounts. */
    private Map<String, Integer> countsByKey() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String account : accounts) {
            for (JsonNode event : ledger.events(account)) {
                if (event.path("type").asString().equals("CreditsConsumed")) {
                    counts.merge(event.path("metadata").path("idempotencyKey").asString(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private void readModelsAgreeWithHistory() throws IOException {
        for (String account : accounts) {
            List<JsonNode> events = ledger.events(account);
            FoldedAccount folded = new FoldedAccount();
            for (JsonNode event : events) {
                assertThat(folded.add(new StoredEvents.Stored(
                                account,
                                event.path("revision").asLong(),
                                event.path("type").asString(),
                                event.path("payload"))))
                        .as("what is wrong with an event")
                        .isEmpty();
            }
            balanceAgrees(account, folded);
            transactionsAgree(account, events, folded.revision());
            websitesAgree(account, events, folded.revision());
        }
    }

    private void balanceAgrees(String account, FoldedAccount folded) throws IOException {
        JsonNode balance = caughtUp("/v1/accounts/" + account + "/balance", folded.revision());
        assertThat(balance.path("revision").asLong()).isEqualTo(folded.revision());
        assertThat(balance.path("total").asLong()).isEqualTo(folded.total());
        assertThat(balance.path("used").asLong()).isEqualTo(folded.used());
        assertThat(balance.path("current").asLong()).isEqualTo(folded.total() - folded.used());
    }

    private void transactionsAgree(String account, List<JsonNode> events, long revision) throws IOException {
        String path = "/v1/accounts/" + account + "/transactions";
        JsonNode unused = caughtUp(path, revision);
        assertThat(unused.isObject()).isTrue();
        List<Long> moved = events.stream()
                .filter(event -> event.path("payload").has("amount"))
                .map(event -> event.path("revision").asLong())
                .toList();
        List<Long> shown = ledger.all(path).stream()
                .map(line -> line.path("revision").asLong())
                .toList();
        assertThat(shown.reversed()).as("transactions of %s", account).isEqualTo(moved);
    }

    private void websitesAgree(String account, List<JsonNode> events, long revision) throws IOException {
        String path = "/v1/accounts/" + account + "/websites";
        assertThat(caughtUp(path, revision).isObject()).isTrue();
        Map<String, Long> used = new TreeMap<>();
        for (JsonNode event : events) {
            if (event.path("type").asString().equals("CreditsConsumed")) {
                JsonNode payload = event.path("payload");
                used.merge(
                        payload.path("website").path("id").asString(),
                        payload.path("amount").asLong(),
                        Long::sum);
            }
        }
        Map<String, Long> shown = new TreeMap<>();
        ledger.all(path)
                .forEach(line -> shown.put(
                        line.path("websiteId").asString(), line.path("used").asLong()));
        assertThat(shown).as("websites of %s", account).isEqualTo(used);
    }

    /** The read model's answer once it shows the revision, which it must come to by itself. */
    private JsonNode caughtUp(String path, long revision) throws IOException {
        try {
            return Awaitility.await(path + " shows revision " + revision)
                    .atMost(CATCHING_UP)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> ledger.get(path + "?minRevision=" + revision), answer -> answer.status() == 200)
                    .json();
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "It stays behind; where the read models are: "
                            + ledger.get("/v1/audit/projections").body()
                            + " and what they have set aside: "
                            + ledger.get("/v1/audit/dead-letters").body(),
                    late);
        }
    }
}
