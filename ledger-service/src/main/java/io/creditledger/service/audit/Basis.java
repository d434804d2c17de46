package io.creditledger.service.audit;

/** By what a past moment is reckoned. */
public enum Basis {
    /** What had been booked by then: what everybody was shown. */
    BOOKED,
    /**
     * What is known of that moment now: lots that had come into effect or expired by then count as such, even if that was booked
     * later.
     */
    EFFECTIVE
}
