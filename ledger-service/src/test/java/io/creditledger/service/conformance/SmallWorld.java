package io.creditledger.service.conformance;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.purchase.Shopper;
import io.creditledger.service.purchase.StripeForTests;

/** An account with one of everything that there can be, and what is known of it. */
final class SmallWorld {

    private final Shopper shopper;
    private final LedgerClient ledger;
    private final KnownValues known = new KnownValues();

    private SmallWorld(Shopper shopper, LedgerClient ledger) {
        this.shopper = shopper;
        this.ledger = ledger;
    }

    static KnownValues around(String account, LedgerClient ledger, StripeForTests stripe) {
        SmallWorld world = new SmallWorld(Shopper.opening(account, ledger, stripe), ledger);
        world.known.add("accountId", account);
        world.credits();
        world.purchases(stripe);
        world.access(account);
        world.audit(account);
        world.words();
        return world.known;
    }

    private void credits() {
        for (int number = 0; number < 4; number++) {
            learn(ledger.post(
                            shopper.path("/grants"),
                            "g" + number,
                            "{\"amount\": 100000, \"source\": \"plan\", \"description\": \"Plan\"}")
                    .is(201));
            learn(ledger.post(
                            shopper.path("/consumptions"),
                            "c" + number,
                            "{\"amount\": 100, \"description\": \"Generation\", \"website\": {\"id\": \"site-" + number
                                    + "\"}, \"metadata\": {\"n\": " + number + "}}")
                    .is(201));
        }
    }

    private void purchases(StripeForTests stripe) {
        String card = shopper.saveCard("pm_card_visa");
        known.add("paymentMethodId", card, shopper.saveCard("pm_card_mastercard"));
        for (int number = 0; number < 3; number++) {
            learn(shopper.buyWith("paid" + number, Shopper.SMALL, card).is(201));
            learn(shopper.buy("open" + number, Shopper.SMALL).is(201));
        }
        Answer canceled = shopper.buy("canceled", Shopper.SMALL).is(201);
        learn(canceled);
        ledger.post(shopper.path("/purchases/" + canceled.text("/purchaseId") + "/cancel"), null, "{}")
                .is(200);
        Answer declined = shopper.buy("declined", Shopper.SMALL).is(201);
        learn(declined);
        stripe.confirmPayment(declined.text("/clientSecret"), "pm_card_visa_chargeDeclined");
    }

    private void access(String account) {
        for (int number = 0; number < 3; number++) {
            learn(ledger.post("/v1/api-keys", null, "{\"name\": \"k" + number + "\", \"role\": \"service\"}")
                    .is(201));
            learn(sessionOf(account, ledger));
        }
    }

    /** Verifications that were stopped, and some that are slow enough to be. */
    private void audit(String account) {
        String slowly = "{\"accountId\": \"" + account + "\", \"maxEventsPerSecond\": 1}";
        for (int number = 0; number < 3; number++) {
            Answer stopped =
                    ledger.post("/v1/audit/verifications", null, slowly).is(201);
            ledger.post("/v1/audit/verifications/" + stopped.text("/verificationId") + "/stop", null, "")
                    .is(200);
            learn(stopped);
            learn(ledger.post("/v1/audit/verifications", null, slowly).is(201));
        }
        rebuild();
        known.add("projection", "balance", "lots");
        known.add("setAsideAccountId", account);
        known.add("repairedAccountId", account);
    }

    /** One that runs until somebody stops it, because somebody reads; there is one at a time. */
    private void rebuild() {
        ledger.post("/v1/audit/rebuilds", null, "{}");
        known.learn(ledger.get("/v1/audit/rebuilds?limit=1")
                .is(200)
                .json()
                .path("items")
                .path(0));
    }

    static Answer sessionOf(String account, LedgerClient ledger) {
        return ledger.post("/v1/accounts/" + account + "/dashboard-sessions", null, "{}")
                .is(201);
    }

    /** What no schema says: words that mean something, and revisions that are there. */
    private void words() {
        known.add("packageId", Shopper.SMALL, "credits-50000");
        known.add("currency", "usd");
        // One that an account has not come to is waited for, and then the answer is 503, as it should be.
        known.addOnly("minRevision", "0");
        known.add("revision", "0", "3");
        known.add("fromRevision", "0", "5");
        known.add("lastEventId", "0", "2");
        known.add("Last-Event-ID", "0", "2");
        known.add("websiteId", "site-1", "nowhere");
    }

    private void learn(Answer answer) {
        known.learn(answer.json());
    }
}
