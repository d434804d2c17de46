package io.creditledger.service.purchase;

import io.creditledger.api.purchase.PaymentFailure;

/** The payment provider did not do what it was asked. */
public abstract sealed class PaymentProviderException extends RuntimeException {

    private PaymentProviderException(String message, Throwable cause) {
        super(message, cause);
    }

    /** It is not known what came of the call: no answer, or none that says. */
    public static final class Unavailable extends PaymentProviderException {

        private final boolean remembered;

        /**
         * @param remembered whether the provider will answer the same call the same for ever: what came of it has to be looked up
         */
        public Unavailable(String message, boolean remembered, Throwable cause) {
            super(message, cause);
            this.remembered = remembered;
        }

        public boolean isRemembered() {
            return remembered;
        }
    }

    /** It is known that nothing came of the call, and will not if it is made again. */
    public static final class Refused extends PaymentProviderException {

        private final transient PaymentFailure failure;
        private final Subject subject;

        /** What was wrong. */
        public enum Subject {
            /** The customer is not known any more. */
            CUSTOMER,
            /** Anything else. */
            REQUEST
        }

        public Refused(PaymentFailure failure, Subject subject, Throwable cause) {
            super(failure.code() + ": " + failure.message(), cause);
            this.failure = failure;
            this.subject = subject;
        }

        public PaymentFailure failure() {
            return failure;
        }

        public boolean isAboutCustomer() {
            return subject == Subject.CUSTOMER;
        }
    }
}
