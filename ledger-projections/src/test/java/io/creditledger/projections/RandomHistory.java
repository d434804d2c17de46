package io.creditledger.projections;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Website;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A plausible history of many accounts, the same for the same seed. */
public final class RandomHistory {

    private static final List<String> WORK = List.of("Website generation", "Image", "Translation", "SEO check");

    private final Random random;
    private final History history;
    private final List<ScriptedAccount> accounts = new ArrayList<>();
    private final List<List<String>> consumptions = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();
    private int next;

    public RandomHistory(History history, long seed) {
        this.history = history;
        this.random = new Random(seed);
    }

    public RandomHistory accounts(int count) {
        return accountsFrom(0, count);
    }

    public RandomHistory accountsFrom(int first, int count) {
        for (int number = first; number < first + count; number++) {
            accounts.add(history.account("account-%05d".formatted(number))
                    .opened("Customer " + number, Map.of("number", number))
                    .customer("cus-" + number)
                    .granted(id("lot"), number % 4 == 0 ? 2_000 : 1_000_000));
            consumptions.add(new ArrayList<>());
            plots.add(new Plot(accounts.getLast()));
        }
        return this;
    }

    public RandomHistory facts(int count) {
        history.pace(Duration.ofSeconds(7));
        for (int fact = 0; fact < count; fact++) {
            int chosen = random.nextInt(accounts.size());
            if (random.nextInt(100) < 40) {
                plots.get(chosen).goOn();
            } else {
                step(accounts.get(chosen), consumptions.get(chosen));
            }
        }
        return this;
    }

    private void step(ScriptedAccount account, List<String> spent) {
        int dice = random.nextInt(100);
        if (dice < 80) {
            consume(account, spent);
        } else if (dice < 88) {
            reverse(account, spent);
        } else if (dice < 94) {
            grant(account);
        } else if (dice < 96) {
            lotWithRest(account).ifPresent(lot -> account.revoked(id("rvk"), lot, 1));
        } else if (dice < 98) {
            lotWithRest(account).ifPresent(account::expired);
        } else {
            account.renamed("Customer " + id("name"));
        }
    }

    private void consume(ScriptedAccount account, List<String> spent) {
        long amount = Math.min(account.spendable(), 1 + random.nextInt(900));
        if (amount == 0) {
            grant(account);
            return;
        }
        int site = random.nextInt(6);
        Website website =
                site == 0 ? null : new Website("site-" + site, "Site " + site, "https://site-" + site + ".example");
        Map<String, Object> notes = random.nextInt(4) == 0 ? Map.of("job", next, "model", "large") : Map.of();
        String consumption = id("con");
        account.consumed(consumption, amount, WORK.get(random.nextInt(WORK.size())), website, notes);
        spent.add(consumption);
    }

    private void reverse(ScriptedAccount account, List<String> spent) {
        if (!spent.isEmpty()) {
            String consumption = spent.get(random.nextInt(spent.size()));
            long reversible = account.reversible(consumption);
            if (reversible > 0) {
                account.reversed(id("rev"), consumption, 1 + random.nextLong(reversible));
            }
        }
    }

    private void grant(ScriptedAccount account) {
        LotSource[] sources = LotSource.values();
        account.granted(
                id("lot"),
                1 + random.nextInt(5_000),
                sources[random.nextInt(sources.length)],
                random.nextInt(101),
                random.nextBoolean() ? null : history.now().plus(Duration.ofDays(1 + random.nextInt(30))));
    }

    private Optional<String> lotWithRest(ScriptedAccount account) {
        return account.unspent().entrySet().stream()
                .filter(lot -> lot.getValue() > 0)
                .map(Map.Entry::getKey)
                .skip(random.nextInt(3))
                .findFirst();
    }

    /** What happens to an account besides its use: purchases, cards, top-ups, one fact or two at a time. */
    private final class Plot {

        private final ScriptedAccount account;
        private final Deque<Runnable> ahead = new ArrayDeque<>();

        private Plot(ScriptedAccount account) {
            this.account = account;
        }

        private void goOn() {
            if (ahead.isEmpty()) {
                switch (random.nextInt(4)) {
                    case 0 -> card();
                    case 1 -> topUp();
                    default -> purchase();
                }
            }
            ahead.removeFirst().run();
        }

        private void card() {
            String card = id("pm");
            ahead.add(() -> account.cardSaved(card));
            ahead.add(() -> account.cardPreferred(card));
            if (random.nextBoolean()) {
                ahead.add(() -> account.cardRenewed(card, 2031));
            }
            if (random.nextBoolean()) {
                ahead.add(() -> account.cardRemovalRequested(card));
                ahead.add(() -> account.cardRemoved(card));
                String customer = id("cus");
                ahead.add(() -> account.customer(customer));
                ahead.add(() -> account.customerForgotten(customer));
            }
        }

        private void topUp() {
            String purchase = id("top");
            ahead.add(() -> account.topUpsConfigured(500, 1_000, 10_000));
            ahead.add(() -> account.topUpStarted(purchase, 1_000));
            if (random.nextBoolean()) {
                pay(purchase);
                ahead.add(() -> account.topUpsPaused(PauseReason.MONTHLY_LIMIT_REACHED, null, nextMonth()));
                ahead.add(account::topUpsResumed);
            } else {
                ahead.add(() -> account.declined(purchase, "insufficient_funds"));
                ahead.add(() -> account.topUpsPostponed(
                        purchase, "insufficient_funds", history.now().plus(Duration.ofHours(6))));
                ahead.add(() -> account.cancellationRequested(purchase, CancellationReason.DECLINED));
                ahead.add(() -> account.canceled(purchase));
            }
            if (random.nextBoolean()) {
                ahead.add(account::topUpsDisabled);
            }
        }

        private Instant nextMonth() {
            return history.now().plus(Duration.ofDays(30));
        }

        private void purchase() {
            String purchase = id("pur");
            ahead.add(() -> account.purchaseStarted(purchase, 10L * (1 + random.nextInt(500))));
            switch (random.nextInt(5)) {
                case 0 -> {
                    ahead.add(() -> account.failed(purchase, "do_not_honor"));
                }
                case 1 -> {
                    ahead.add(() -> account.paymentRequested(purchase));
                    ahead.add(() -> account.cancellationRequested(purchase, CancellationReason.STALE));
                    ahead.add(() -> account.canceled(purchase));
                }
                case 2 -> {
                    ahead.add(() -> account.actionRequired(purchase));
                    ahead.add(() -> account.retried(purchase, 2));
                    ahead.add(() -> account.underWay(purchase));
                    pay(purchase);
                    refund(purchase);
                }
                case 3 -> {
                    ahead.add(() -> account.declined(purchase, "expired_card"));
                    pay(purchase);
                    dispute(purchase);
                }
                default -> pay(purchase);
            }
        }

        private void pay(String purchase) {
            String lot = id("lot");
            ahead.add(() -> account.succeeded(purchase).paid(purchase, lot));
        }

        private void refund(String purchase) {
            String refused = id("rfd");
            String made = id("rfd");
            ahead.add(() -> account.refundRequested(refused, purchase, account.refundable(purchase)));
            ahead.add(() -> account.refundFailed(refused));
            ahead.add(() -> account.refundRequested(made, purchase, account.refundable(purchase) / 2));
            ahead.add(() -> account.refunded(purchase, 1, account.refundable(purchase) / 2, made));
            // Made elsewhere: of more than is unspent, perhaps.
            ahead.add(() -> account.refunded(
                    purchase, 2, Math.min(5, account.balance().total().amount())));
            ahead.add(() -> account.refundReversed(purchase, 1, account.returnable(purchase)));
        }

        private void dispute(String purchase) {
            String dispute = id("du");
            ahead.add(() -> account.disputed(dispute, purchase));
            if (random.nextBoolean()) {
                ahead.add(() -> account.disputeLost(dispute, purchase));
                ahead.add(() -> account.disputeWon(dispute, purchase, account.returnable(purchase)));
            } else {
                ahead.add(() -> account.disputeWon(dispute, purchase, 0));
            }
        }
    }

    private String id(String kind) {
        return kind + "_" + "%018d".formatted(next++);
    }
}
