package io.creditledger.service.platform.http;

import org.springframework.core.Ordered;

/** Who looks at a request first. All but the first two come after Boot's own filters, so that what they refuse is
 * measured too, and after Spring Security's, so that strangers are told nothing else. */
public final class FilterOrder {

    /** Before whatever may write a line of the log. */
    static final int CORRELATION = Ordered.HIGHEST_PRECEDENCE;

    /** After what measures requests. */
    static final int NO_API = Ordered.HIGHEST_PRECEDENCE + 2;

    public static final int CALLER_RATE = -98;

    static final int SINGLE_HEADERS = -95;

    static final int BODY_LIMIT = -90;

    /** When it is known how large a body may be. */
    static final int ADMISSION = -85;

    private FilterOrder() {}
}
