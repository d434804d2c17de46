package io.creditledger.api;

import java.io.Serializable;

/**
 * The details of every command that was refused: travels in the {@code CommandExecutionException}, over the bus too.
 *
 * @param replayed whether an earlier request with the same key was refused so, and this is its answer once more
 */
public record Refused(LedgerRejection rejection, boolean replayed) implements Serializable {}
