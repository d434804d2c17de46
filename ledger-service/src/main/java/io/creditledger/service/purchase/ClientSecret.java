package io.creditledger.service.purchase;

/**
 * What lets a browser confirm one payment or setup. Passed on to the customer and kept nowhere: not in a fact, a table, a log or
 * an address.
 */
public record ClientSecret(String value) {

    /** Not the secret: a log would keep it. */
    @Override
    public String toString() {
        return "a client secret";
    }
}
