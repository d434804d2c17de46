package io.creditledger.service.platform.http;

import org.springframework.http.HttpStatus;

/** Everything that can go wrong with a request, with the status that says so. The slugs are part of the HTTP contract. */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid"),
    IDEMPOTENCY_KEY_REQUIRED(
            "idempotency-key-required", HttpStatus.BAD_REQUEST, "The request needs an idempotency key"),
    INVALID_SIGNATURE("invalid-signature", HttpStatus.BAD_REQUEST, "The request is not signed as it should be"),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED, "The request has no valid key"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "The caller may not do this"),
    INSUFFICIENT_CREDITS("insufficient-credits", HttpStatus.PAYMENT_REQUIRED, "Not enough credits are available"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing here"),
    ACCOUNT_NOT_FOUND("account-not-found", HttpStatus.NOT_FOUND, "There is no such account"),
    LOT_NOT_FOUND("lot-not-found", HttpStatus.NOT_FOUND, "The account has no such lot"),
    CONSUMPTION_NOT_FOUND("consumption-not-found", HttpStatus.NOT_FOUND, "The account has no such consumption"),
    PURCHASE_NOT_FOUND("purchase-not-found", HttpStatus.NOT_FOUND, "The account has no such purchase"),
    PACKAGE_NOT_FOUND("package-not-found", HttpStatus.NOT_FOUND, "There is no such package"),
    PAYMENT_METHOD_NOT_FOUND(
            "payment-method-not-found", HttpStatus.NOT_FOUND, "The account has no such payment method"),
    REVISION_NOT_FOUND("revision-not-found", HttpStatus.NOT_FOUND, "The account has not come to that revision"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "The method is not supported here"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "None of the accepted media types is available"),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT, "The request body took too long to arrive"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "The request conflicts with what is there"),
    LEDGER_NOT_EMPTY("ledger-not-empty", HttpStatus.CONFLICT, "The ledger has a history already"),
    REBUILD_UNDER_WAY("rebuild-under-way", HttpStatus.CONFLICT, "Another rebuild is under way"),
    OPEN_LOT_LIMIT_REACHED("open-lot-limit-reached", HttpStatus.CONFLICT, "The account has too many open lots"),
    NOTHING_TO_REVOKE("nothing-to-revoke", HttpStatus.CONFLICT, "Nothing of the lot is unspent"),
    ALREADY_REVERSED("already-reversed", HttpStatus.CONFLICT, "Nothing of the consumption is left to give back"),
    OPEN_PURCHASE_LIMIT_REACHED(
            "open-purchase-limit-reached", HttpStatus.CONFLICT, "The account has too many purchases under way"),
    PAYMENT_METHOD_LIMIT_REACHED(
            "payment-method-limit-reached", HttpStatus.CONFLICT, "The account has too many payment methods"),
    PURCHASE_NOT_PAID("purchase-not-paid", HttpStatus.CONFLICT, "The purchase is not paid"),
    PURCHASE_NOT_OPEN("purchase-not-open", HttpStatus.CONFLICT, "The purchase has ended"),
    PURCHASE_DISPUTED("purchase-disputed", HttpStatus.CONFLICT, "The payment is disputed"),
    NOTHING_TO_REFUND("nothing-to-refund", HttpStatus.CONFLICT, "Nothing of the purchase is left to refund"),
    CONTENT_TOO_LARGE("content-too-large", HttpStatus.CONTENT_TOO_LARGE, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request body has to be JSON"),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The idempotency key belongs to another request"),
    BALANCE_LIMIT_EXCEEDED(
            "balance-limit-exceeded", HttpStatus.UNPROCESSABLE_CONTENT, "The account can't hold that many credits"),
    REVOCATION_EXCEEDS_UNSPENT(
            "revocation-exceeds-unspent", HttpStatus.UNPROCESSABLE_CONTENT, "Less of the lot is unspent"),
    REVERSAL_EXCEEDS_CONSUMPTION(
            "reversal-exceeds-consumption",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Less of the consumption is left to give back"),
    REFUND_EXCEEDS_UNSPENT(
            "refund-exceeds-unspent", HttpStatus.UNPROCESSABLE_CONTENT, "Less of the purchase is unspent"),
    REFUND_TOO_SMALL(
            "refund-too-small", HttpStatus.UNPROCESSABLE_CONTENT, "The credits are worth less than the smallest coin"),
    STATEMENT_TOO_LARGE(
            "statement-too-large",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The period has too many movements for this media type"),
    ARCHIVE_REFUSED("archive-refused", HttpStatus.UNPROCESSABLE_CONTENT, "The archive is not as it was exported"),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "The service failed"),
    PAYMENT_PROVIDER_REFUSED(
            "payment-provider-refused", HttpStatus.BAD_GATEWAY, "The payment provider refuses what it was asked"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The service can't answer at the moment"),
    PAYMENT_PROVIDER_UNAVAILABLE(
            "payment-provider-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The payment provider does not answer"),
    PROJECTION_BEHIND("projection-behind", HttpStatus.SERVICE_UNAVAILABLE, "The read model is not there yet");

    private static final String BASE = "https://creditledger.io/problems/";

    private final String slug;
    private final HttpStatus status;
    private final String title;

    ProblemType(String slug, HttpStatus status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    String slug() {
        return slug;
    }

    public String uri() {
        return BASE + slug;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The problem that stands for a bare status, as Spring and Tomcat know it. */
    static ProblemType of(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 413 -> CONTENT_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            // Tomcat's word for a version of HTTP that it does not speak.
            case 505 -> INVALID_REQUEST;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }
}
