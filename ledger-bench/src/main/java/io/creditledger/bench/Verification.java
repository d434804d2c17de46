package io.creditledger.bench;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindAccounts;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.api.account.queries.FindLots;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.FindWebsites;
import io.creditledger.api.account.queries.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.jspecify.annotations.Nullable;

/** Speed that loses or doubles a credit counts as none: after every run, all of history is added up again. */
final class Verification {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int YOUNGEST = 500;
    private static final int PAGE = 200;

    private final Ledger ledger;
    private final StoredEvents events;
    private final List<String> violations = new ArrayList<>();

    Verification(Ledger ledger) {
        this.ledger = ledger;
        this.events = new StoredEvents(ledger);
    }

    /** Every promise that was broken, in words; empty when all is well. */
    List<String> violations(Acknowledgements acknowledgements) throws Exception {
        Map<String, FoldedAccount> accounts = checkHistory(acknowledgements);
        awaitReadModels();
        checkReadModels(accounts);
        return List.copyOf(violations);
    }

    private Map<String, FoldedAccount> checkHistory(Acknowledgements acknowledgements) throws Exception {
        Map<String, FoldedAccount> accounts = new HashMap<>();
        Set<String> stored = new HashSet<>();
        events.each(event -> {
            accounts.computeIfAbsent(event.account(), _ -> new FoldedAccount())
                    .add(event)
                    .ifPresent(violations::add);
            if (event.type().equals("CreditsConsumed")
                    && !stored.add(event.payload().path("consumptionId").asString())) {
                violations.add("stored twice: " + event);
            }
        });
        Set<String> recorded = acknowledgements.recordedRequestIds();
        Set<String> unclear = acknowledgements.unclearRequestIds();
        recorded.stream()
                .filter(request -> !stored.contains(ConsumptionId.PREFIX + request))
                .forEach(request -> violations.add("acknowledged, but not stored: request " + request));
        stored.stream()
                .map(consumption -> consumption.substring(ConsumptionId.PREFIX.length()))
                .filter(request -> !recorded.contains(request) && !unclear.contains(request))
                .forEach(request -> violations.add("stored, but never asked for: request " + request));
        return accounts;
    }

    private void checkReadModels(Map<String, FoldedAccount> accounts) throws Exception {
        Set<String> missing = new HashSet<>(accounts.keySet());
        String cursor = null;
        do {
            Page<AccountView> page = accountsAfter(cursor);
            for (AccountView account : page.items()) {
                missing.remove(account.accountId());
                check(account.balance(), accounts.get(account.accountId()));
            }
            cursor = page.nextCursor();
        } while (cursor != null);
        missing.forEach(account -> violations.add("no read model knows account " + account));
    }

    @SuppressWarnings("unchecked") // a response type can't name the type of the items
    private Page<AccountView> accountsAfter(@Nullable String cursor) throws Exception {
        return (Page<AccountView>) ledger.ask(new FindAccounts("", PAGE, cursor), ResponseTypes.instanceOf(Page.class));
    }

    private void check(BalanceView shown, @Nullable FoldedAccount folded) {
        boolean agrees = folded != null
                && shown.revision() == folded.revision()
                && shown.total() == folded.total()
                && shown.used() == folded.used();
        if (!agrees) {
            violations.add("the read model shows " + shown + ", history adds up to " + folded);
        }
        if (shown.total() - shown.used() != shown.current()) {
            violations.add("Total - Used is not Current: " + shown);
        }
    }

    /** Until every read model shows the youngest events. */
    void awaitReadModels() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Map.Entry<String, Long> last : events.lastRevisions(YOUNGEST).entrySet()) {
            await(new AccountId(last.getKey()), last.getValue(), deadline);
        }
    }

    private void await(AccountId account, long revision, long deadline) throws Exception {
        while (true) {
            try {
                askAll(account, revision);
                return;
            } catch (IllegalStateException behind) {
                if (System.nanoTime() > deadline) {
                    throw behind;
                }
            }
        }
    }

    /** Each of these waits itself until its read model has the revision, and refuses after a while. */
    private void askAll(AccountId account, long revision) throws Exception {
        ledger.ask(new FindBalance(account, revision), ResponseTypes.optionalInstanceOf(BalanceView.class));
        ledger.ask(
                new FindTransactions(account, null, null, null, null, null, null, null, 1, null, revision),
                ResponseTypes.instanceOf(Page.class));
        ledger.ask(new FindLots(account, false, 1, null, revision), ResponseTypes.instanceOf(Page.class));
        ledger.ask(new FindWebsites(account, 1, null, revision), ResponseTypes.instanceOf(Page.class));
    }
}
