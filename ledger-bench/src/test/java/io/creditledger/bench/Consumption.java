package io.creditledger.bench;

/** A consumption that a client asks for. */
record Consumption(String account, String key, long amount, String website) {}
