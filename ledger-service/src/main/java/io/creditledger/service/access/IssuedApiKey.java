package io.creditledger.service.access;

/**
 * A key at the only moment at which its secret can be told.
 *
 * @param secret what the holder sends
 */
public record IssuedApiKey(ApiKey key, String secret) {

    @Override
    public String toString() {
        return key.toString();
    }
}
