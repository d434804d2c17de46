package io.creditledger.service.platform.http;

/** Who looks at a request first. All come after Boot's own filters, so that what they refuse is measured too. */
final class FilterOrder {

    static final int API_KEY = -100;
    static final int BODY_LIMIT = -90;

    private FilterOrder() {}
}
