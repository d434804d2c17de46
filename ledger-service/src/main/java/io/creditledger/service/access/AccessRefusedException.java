package io.creditledger.service.access;

/** What was asked of the keys can't be done as they are. The message is for whoever asked. */
public final class AccessRefusedException extends RuntimeException {

    AccessRefusedException(String message) {
        super(message);
    }
}
