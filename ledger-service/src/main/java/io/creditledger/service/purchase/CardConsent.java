package io.creditledger.service.purchase;

/**
 * What a customer agrees to by saving a card. Law and card networks want it said beside the form: whoever shows the form shows
 * this text.
 */
public record CardConsent(String text) {}
