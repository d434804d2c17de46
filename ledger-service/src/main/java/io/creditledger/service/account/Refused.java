package io.creditledger.service.account;

import io.creditledger.api.account.AccountRejection;
import java.io.Serializable;

/**
 * The details of every refusal on the command bus.
 *
 * @param replayed whether the refusal is the stored answer to an earlier request with the same key
 */
public record Refused(AccountRejection rejection, boolean replayed) implements Serializable {}
