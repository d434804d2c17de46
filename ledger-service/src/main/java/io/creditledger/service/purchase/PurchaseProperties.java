package io.creditledger.service.purchase;

import io.creditledger.api.money.Credits;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PackageId;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is sold, and how long a purchase is waited for.
 *
 * @param packages what is on offer, in this order
 * @param catalogueVersion which state of the catalogue that is; to be raised with every change of a price
 * @param resumeWithin after how long a purchase of which the payment provider was never asked is given up instead of paid
 * @param cancelAfter after how long a purchase that nobody has paid is ended
 * @param checkEvery how often to look for what is unfinished
 * @param maxUnderWay calls to the payment provider at a time, those of customers and those of the ledger itself each
 * @param cardConsent what a customer agrees to by saving a card
 * @param answerTimeout how long a customer waits for the payment provider before being told that it is not known yet
 */
@ConfigurationProperties("ledger.purchases")
record PurchaseProperties(
        List<Offer> packages,
        @DefaultValue("1") int catalogueVersion,
        @DefaultValue("1h") Duration resumeWithin,
        @DefaultValue("24h") Duration cancelAfter,
        @DefaultValue("1s") Duration checkEvery,
        @DefaultValue("64") int maxUnderWay,
        @DefaultValue(CARD_CONSENT) String cardConsent,
        @DefaultValue("10s") Duration answerTimeout) {

    private static final String CARD_CONSENT =
            "By saving this card you allow us to charge it for purchases that you make here and, if you switch automatic top-ups on,"
                    + " for those up to your monthly limit. This holds until you remove the card.";

    PurchaseProperties {
        packages = List.copyOf(packages);
    }

    /**
     * A package.
     *
     * @param amount the price in the currency's smallest unit, at least 50
     */
    record Offer(String id, long credits, long amount, String currency) {

        private static final long MAX_CREDITS = 1_000_000_000_000L;
        private static final long MIN_AMOUNT = 50;
        private static final long MAX_AMOUNT = 99_999_999;

        Offer {
            if (credits < 1 || credits > MAX_CREDITS) {
                throw new IllegalArgumentException("package " + id + ": credits must be from 1 to " + MAX_CREDITS);
            }
            if (amount < MIN_AMOUNT || amount > MAX_AMOUNT) {
                throw new IllegalArgumentException(
                        "package " + id + ": the amount must be from " + MIN_AMOUNT + " to " + MAX_AMOUNT);
            }
        }

        CreditPackage asOf(int version) {
            return new CreditPackage(new PackageId(id), version, Credits.of(credits), new Price(amount, currency));
        }
    }
}
