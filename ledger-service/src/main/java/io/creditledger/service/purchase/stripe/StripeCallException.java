package io.creditledger.service.purchase.stripe;

import com.stripe.exception.StripeException;

/**
 * What the library threw, without its words: they may quote an answer in full, and with it a client secret, which a log would
 * keep.
 */
final class StripeCallException extends RuntimeException {

    StripeCallException(StripeException thrown) {
        super(describe(thrown), null, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    StripeCallException(RuntimeException thrown) {
        super(thrown.getClass().getSimpleName(), null, false, true);
        setStackTrace(thrown.getStackTrace());
    }

    private static String describe(StripeException thrown) {
        Throwable cause = thrown.getCause();
        return thrown.getClass().getSimpleName() + ", status " + thrown.getStatusCode() + ", code " + thrown.getCode()
                + ", request " + thrown.getRequestId()
                + (cause == null ? "" : ", because of " + cause.getClass().getSimpleName());
    }
}
