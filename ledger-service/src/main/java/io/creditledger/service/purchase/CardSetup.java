package io.creditledger.service.purchase;

/**
 * A card that is about to be saved: the customer gives it to the payment provider, never to the ledger.
 *
 * @param setupReference the payment provider's id of it
 */
public record CardSetup(String setupReference, ClientSecret clientSecret) {}
