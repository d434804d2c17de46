package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.money.Credits;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Spends one credit at a time, for one of several websites, on accounts picked by chance, through the command bus. For any number of threads. */
final class Consumer implements ClosedLoop.Client {

    private static final int WEBSITES = 5;
    private static final Credits ONE = Credits.of(1);

    private final Ledger ledger;
    private final List<AccountId> accounts;
    private final Acknowledgements acknowledgements;
    private final String name;
    private final SplittableRandom random;
    private final AtomicLong count = new AtomicLong();

    Consumer(Ledger ledger, List<AccountId> accounts, Acknowledgements acknowledgements, String phase, int number) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.acknowledgements = acknowledgements;
        this.name = phase + "-" + number + "-";
        this.random = new SplittableRandom(number);
    }

    @Override
    public boolean once() throws InterruptedException {
        ConsumeCredits command = consumption(next(), key());
        try {
            ledger.send(command);
        } catch (IllegalStateException refused) {
            acknowledgements.unclear(command.accountId(), command.idempotencyKey());
            return false;
        }
        acknowledgements.recorded(command.accountId(), command.idempotencyKey());
        return true;
    }

    AccountId next() {
        synchronized (random) {
            return accounts.get(random.nextInt(accounts.size()));
        }
    }

    IdempotencyKey key() {
        return new IdempotencyKey(name + count.getAndIncrement());
    }

    static ConsumeCredits consumption(AccountId account, IdempotencyKey key) {
        return new ConsumeCredits(account, key, ONE, "Website generation", website(key), Metadata.NONE);
    }

    static Website website(IdempotencyKey key) {
        int number = Math.floorMod(key.hashCode(), WEBSITES);
        return new Website("site-" + number, "Site " + number, "https://site-" + number + ".example");
    }
}
