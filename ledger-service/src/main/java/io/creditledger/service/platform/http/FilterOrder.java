package io.creditledger.service.platform.http;

/** Who looks at a request first. All come after Boot's own filters, so that what they refuse is
 * measured too, and after Spring Security's, so that strangers are told nothing else. */
public final class FilterOrder {

    public static final int CALLER_RATE = -98;

    static final int SINGLE_HEADERS = -95;

    static final int BODY_LIMIT = -90;

    /** When it is known how large a body may be. */
    static final int ADMISSION = -85;

    private FilterOrder() {}
}
