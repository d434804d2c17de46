package io.creditledger.service.access;

/** Who a caller is can't be found out at the moment. */
public final class AccessUnavailableException extends RuntimeException {

    AccessUnavailableException(String message) {
        super(message);
    }
}
