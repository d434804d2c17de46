package io.creditledger.service.platform.http;

/** Who looks at a request first. All come after Boot's own filters, so that what they refuse is
 * measured too, and after Spring Security's, so that strangers are told nothing else. */
final class FilterOrder {

    static final int BODY_LIMIT = -90;

    private FilterOrder() {}
}
