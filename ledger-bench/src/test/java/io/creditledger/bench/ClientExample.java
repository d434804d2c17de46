package io.creditledger.bench;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Website;
import io.creditledger.client.Booked;
import io.creditledger.client.ConsumptionAnswer;
import io.creditledger.client.ConsumptionRequest;
import io.creditledger.client.GrantRequest;
import io.creditledger.client.Ledger;
import io.creditledger.client.Refused;
import io.creditledger.client.TransactionFilter;
import java.net.URI;

/** A service that makes websites for credits. */
final class ClientExample {

    private static final AccountId STUDIO = new AccountId("studio");

    public static void main(String[] arguments) {
        try (Ledger ledger = Ledger.at(URI.create(arguments[0]), arguments[1]).build()) {
            ledger.open(STUDIO);
            ledger.grant(
                    STUDIO, new IdempotencyKey("welcome"), GrantRequest.of(1_000, LotSource.PROMOTIONAL, "Welcome"));
            generate(ledger, "generation-1", 420);
            generate(ledger, "generation-1", 420);
            generate(ledger, "generation-2", 900);
        }
    }

    private static void generate(Ledger ledger, String generation, long credits) {
        ConsumptionRequest request = ConsumptionRequest.of(credits, "Website generation")
                .forWebsite(new Website("site-1", "Studio", "https://studio.example"));
        try {
            Booked<ConsumptionAnswer> paid = ledger.consume(STUDIO, new IdempotencyKey(generation), request);
            long left = paid.answer().balance().available();
            System.out.println(generation + " is paid, " + left + " left, repeated: " + paid.replayed());
            ledger.transactions(
                            STUDIO, TransactionFilter.ALL.atLeast(paid.answer().revision()))
                    .limit(1)
                    .forEach(line -> System.out.println(line.description() + ": " + line.amount()));
        } catch (Refused refused) {
            if (refused.rejection().orElse(null) instanceof InsufficientCredits few) {
                System.out.println(generation + " would cost " + few.requested() + ", there are " + few.available());
            } else {
                throw refused;
            }
        }
    }
}
