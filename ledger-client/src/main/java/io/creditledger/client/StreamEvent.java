package io.creditledger.client;

/**
 * An event of a stream.
 *
 * @param revision its id
 * @param data JSON
 */
record StreamEvent(String name, long revision, String data) {}
