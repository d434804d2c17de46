package io.creditledger.service.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionLines;
import io.creditledger.service.audit.StatementLine.Corrected;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The movements of a period, oldest first, read anew each time somebody walks through them. */
final class StatementLines implements Iterable<StatementLine> {

    private final AccountHistory history;
    private final AccountId account;
    private final long from;
    private final long through;

    StatementLines(AccountHistory history, AccountId account, long from, long through) {
        this.history = history;
        this.account = account;
        this.from = from;
        this.through = through;
    }

    @Override
    public Iterator<StatementLine> iterator() {
        FactPages pages = new FactPages(history, account, from, through);
        return new Iterator<>() {

            private Iterator<StatementLine> page = List.<StatementLine>of().iterator();

            @Override
            public boolean hasNext() {
                while (!page.hasNext() && pages.hasNext()) {
                    page = lines(pages.next()).iterator();
                }
                return page.hasNext();
            }

            @Override
            public StatementLine next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.next();
            }
        };
    }

    private List<StatementLine> lines(List<AccountFact> facts) {
        List<TransactionLine> lines = facts.stream()
                .map(fact -> TransactionLines.of(fact.event(), fact.revision(), fact.occurredAt()))
                .flatMap(Optional::stream)
                .toList();
        Map<String, Corrected> corrected = corrected(lines);
        return lines.stream()
                .map(line -> new StatementLine(line, isCorrection(line) ? corrected.get(line.reference()) : null))
                .toList();
    }

    private Map<String, Corrected> corrected(List<TransactionLine> lines) {
        Set<String> references = lines.stream()
                .filter(StatementLines::isCorrection)
                .map(TransactionLine::reference)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Corrected> corrected = new HashMap<>();
        if (!references.isEmpty()) {
            history.referred(account, references, lines.getLast().revision()).forEach(fact -> put(fact, corrected));
        }
        return corrected;
    }

    private static void put(AccountFact fact, Map<String, Corrected> corrected) {
        TransactionLine line = TransactionLines.of(fact.event(), fact.revision(), fact.occurredAt())
                .orElseThrow();
        Corrected movement = new Corrected(line.transactionId(), line.revision(), line.occurredAt());
        corrected.put(line.transactionId(), movement);
        String purchase = purchaseOf(fact);
        if (purchase != null) {
            corrected.put(purchase, movement);
        }
    }

    private static @Nullable String purchaseOf(AccountFact fact) {
        return fact.event() instanceof CreditsGranted granted && granted.payment() != null
                ? granted.payment().purchaseId().value()
                : null;
    }

    private static boolean isCorrection(TransactionLine line) {
        return switch (line.type()) {
            case REVERSAL, REFUND, REVOCATION, DISPUTE -> true;
            case PURCHASE, GRANT, CONSUMPTION, EXPIRY, ADJUSTMENT -> false;
        };
    }
}
