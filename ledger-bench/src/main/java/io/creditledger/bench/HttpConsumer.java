package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Spends one credit at a time over HTTP: each in a request of its own, or many in a batch. */
final class HttpConsumer implements ClosedLoop.Client {

    private final HttpConnection connection;
    private final List<AccountId> accounts;
    private final Acknowledgements acknowledgements;
    private final String name;
    private final int batch;
    private final boolean visiting;
    private final SplittableRandom random;
    private long count;

    private HttpConsumer(
            HttpConnection connection,
            List<AccountId> accounts,
            Acknowledgements acknowledgements,
            String phase,
            int number,
            int batch,
            boolean visiting) {
        this.connection = connection;
        this.accounts = accounts;
        this.acknowledgements = acknowledgements;
        this.name = phase + "-" + number + "-";
        this.batch = batch;
        this.visiting = visiting;
        // No load asks about the same accounts in the same order as another, who would find them as that one left them.
        this.random = new SplittableRandom(31L * phase.hashCode() + number);
    }

    /**
     * Clients of several processes, who send one consumption a request.
     *
     * @param sticky whether the commands of an account all go to one process
     */
    static ClosedLoop.Clients spread(
            List<Node> nodes,
            boolean sticky,
            List<AccountId> accounts,
            Acknowledgements acknowledgements,
            String phase) {
        return number -> {
            int node = number % nodes.size();
            List<AccountId> ofNode = sticky ? everyNth(accounts, node, nodes.size()) : accounts;
            return new HttpConsumer(nodes.get(node).connect(), ofNode, acknowledgements, phase, number, 1, false);
        };
    }

    /**
     * So many clients of several processes who together spend once of each account at the process that it is spread to, and end: each
     * process knows then what it would know had it always been so.
     */
    static ClosedLoop.Clients visiting(
            List<Node> nodes, int clients, List<AccountId> accounts, Acknowledgements acknowledgements, String phase) {
        return number -> {
            int node = number % nodes.size();
            List<AccountId> ofNode = everyNth(accounts, node, nodes.size());
            List<AccountId> own = everyNth(ofNode, number / nodes.size(), Math.ceilDiv(clients - node, nodes.size()));
            return new HttpConsumer(nodes.get(node).connect(), own, acknowledgements, phase, number, 1, true);
        };
    }

    private static List<AccountId> everyNth(List<AccountId> accounts, int first, int step) {
        return IntStream.range(0, accounts.size())
                .filter(index -> index % step == first)
                .mapToObj(accounts::get)
                .toList();
    }

    /** Clients that send one consumption a request. */
    static ClosedLoop.Clients single(
            Ledger ledger, List<AccountId> accounts, Acknowledgements acknowledgements, String phase) {
        return number -> new HttpConsumer(ledger.connectHttp(), accounts, acknowledgements, phase, number, 1, false);
    }

    /** Clients that send so many consumptions a request. */
    static ClosedLoop.Clients batched(
            Ledger ledger, List<AccountId> accounts, Acknowledgements acknowledgements, String phase, int batch) {
        return number ->
                new HttpConsumer(ledger.connectHttp(), accounts, acknowledgements, phase, number, batch, false);
    }

    @Override
    public boolean once() throws IOException {
        return batch == 1 ? consume() : consumeBatch();
    }

    @Override
    public boolean hasMore() {
        return !visiting || count < accounts.size();
    }

    private boolean consume() throws IOException {
        AccountId account = accounts.get(visiting ? (int) count : random.nextInt(accounts.size()));
        IdempotencyKey key = new IdempotencyKey(name + count++);
        HttpConnection.Answer answer =
                connection.post("/v1/accounts/" + account + "/consumptions", key.value(), "{" + consumption(key) + "}");
        return note(account, key, answer.isSuccess());
    }

    private boolean consumeBatch() throws IOException {
        List<AccountId> chosen = new ArrayList<>(batch);
        List<IdempotencyKey> keys = new ArrayList<>(batch);
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < batch; i++) {
            AccountId account = accounts.get(random.nextInt(accounts.size()));
            IdempotencyKey key = new IdempotencyKey(name + count++);
            chosen.add(account);
            keys.add(key);
            items.append(i == 0 ? "" : ",")
                    .append("{\"accountId\":\"%s\",\"idempotencyKey\":\"%s\",".formatted(account, key))
                    .append(consumption(key))
                    .append('}');
        }
        HttpConnection.Answer answer =
                connection.post("/v1/consumptions/batch", keys.getFirst().value(), "{\"items\":[" + items + "]}");
        boolean succeeded = answer.isSuccess() && BatchAnswer.allCreated(answer, batch);
        for (int i = 0; i < batch; i++) {
            note(chosen.get(i), keys.get(i), succeeded);
        }
        return succeeded;
    }

    private boolean note(AccountId account, IdempotencyKey key, boolean succeeded) {
        if (succeeded) {
            acknowledgements.recorded(account, key);
        } else {
            acknowledgements.unclear(account, key);
        }
        return succeeded;
    }

    private static String consumption(IdempotencyKey key) {
        var website = Consumer.website(key);
        return """
                "amount":1,"description":"Website generation","website":{"id":"%s","name":"%s","url":"%s"}""".formatted(website.id(), website.name(), website.url());
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** Reads as little of a batch's answer as tells whether all of it was recorded. */
    private static final class BatchAnswer {

        private static final String CREATED = "\"status\":201";

        static boolean allCreated(HttpConnection.Answer answer, int expected) {
            String text = answer.text();
            int found = 0;
            for (int at = text.indexOf(CREATED); at >= 0; at = text.indexOf(CREATED, at + CREATED.length())) {
                found++;
            }
            return found == expected;
        }
    }
}
