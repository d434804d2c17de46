package io.creditledger.service.purchase;

/**
 * What a browser has to know to pay.
 *
 * @param publishableKey empty when cards cannot be given in a browser
 * @param scriptAddress of the payment provider's script
 * @param simulated whether no real money moves
 */
public record BrowserPayments(String publishableKey, String scriptAddress, boolean simulated) {}
