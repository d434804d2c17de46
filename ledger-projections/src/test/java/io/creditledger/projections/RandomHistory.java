package io.creditledger.projections;

import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Website;
import java.time.Duration;
import java.util.ArrayList;
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
                    .granted(id("lot"), 1_000_000));
            consumptions.add(new ArrayList<>());
        }
        return this;
    }

    public RandomHistory facts(int count) {
        history.pace(Duration.ofSeconds(7));
        for (int fact = 0; fact < count; fact++) {
            int chosen = random.nextInt(accounts.size());
            step(accounts.get(chosen), consumptions.get(chosen));
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

    private String id(String kind) {
        return kind + "_" + "%018d".formatted(next++);
    }
}
