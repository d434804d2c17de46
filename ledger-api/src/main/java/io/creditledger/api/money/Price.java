package io.creditledger.api.money;

/**
 * An amount of money.
 *
 * @param amount in the currency's smallest unit, as cents of a dollar; zero or more
 * @param currency three lower-case letters, as ISO 4217 has them
 */
public record Price(long amount, String currency) {

    public Price {
        if (amount < 0) {
            throw new IllegalArgumentException("a price can't be negative: " + amount);
        }
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException("a currency is three lower-case letters");
        }
    }

    public static boolean isCurrency(String text) {
        return text.length() == 3 && text.chars().allMatch(character -> character >= 'a' && character <= 'z');
    }

    /** The same currency, another amount. */
    public Price of(long other) {
        return new Price(other, currency);
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
