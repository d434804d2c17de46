package io.creditledger.service.purchase.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.purchase.CancellationReason;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.PurchaseState;
import io.creditledger.api.purchase.commands.CancelPurchase;
import io.creditledger.api.purchase.events.PurchaseStarted;
import io.creditledger.api.purchase.queries.FindPurchase;
import io.creditledger.api.purchase.queries.FindPurchases;
import io.creditledger.api.purchase.queries.PurchaseView;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.Needs;
import io.creditledger.service.purchase.ClientSecret;
import io.creditledger.service.purchase.Purchasing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Purchases, and money that goes back. */
@Tag(name = "Buying")
@RestController
@RequestMapping("/v1/accounts/{accountId}/purchases")
class PurchasesController {

    private final CommandGateway commands;
    private final AccountQueries queries;
    private final Answers answers;
    private final Purchasing purchasing;
    private final Buying buying;

    PurchasesController(
            CommandGateway commands, AccountQueries queries, Answers answers, Purchasing purchasing, Buying buying) {
        this.commands = commands;
        this.queries = queries;
        this.answers = answers;
        this.purchasing = purchasing;
        this.buying = buying;
    }

    @Operation(
            operationId = "purchaseCredits",
            summary = "Buys a package: with a saved card at once, else with a card that a browser gives to the payment"
                    + " provider")
    @ApiResponse(responseCode = "201", description = "How the payment went at first, and the balance after it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Purchase.class)))
    @AnswersProblems({
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.PACKAGE_NOT_FOUND,
        ProblemType.PAYMENT_METHOD_NOT_FOUND,
        ProblemType.OPEN_PURCHASE_LIMIT_REACHED,
        ProblemType.OPEN_LOT_LIMIT_REACHED,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.BALANCE_LIMIT_EXCEEDED,
        ProblemType.PAYMENT_PROVIDER_REFUSED,
        ProblemType.PAYMENT_PROVIDER_UNAVAILABLE
    })
    @Needs(Scope.PURCHASE)
    @PostMapping
    ResponseEntity<PurchaseAnswer> purchase(
            @PathVariable AccountId accountId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        Recorded started = answers.await(commands.send(Requests.purchaseCredits(accountId, key, body)));
        return created(started, buying.outcomeOf((PurchaseStarted) started.fact()));
    }

    @Operation(operationId = "findPurchases", summary = "The purchases, last started first")
    @TakesParameters({"limit", "cursor", "minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping
    Page<PurchaseView> purchases(@PathVariable AccountId accountId, QueryParameters parameters) {
        int limit = parameters.limit();
        String cursor = parameters.cursor();
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return queries.page(
                accountId,
                minRevision,
                PurchaseView.class,
                reached -> new FindPurchases(accountId, null, limit, cursor, reached));
    }

    @Operation(operationId = "findPurchase", summary = "A purchase as it stands")
    @TakesParameters({"minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PURCHASE_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping("/{purchaseId}")
    PurchaseView find(
            @PathVariable AccountId accountId, @PathVariable PurchaseId purchaseId, QueryParameters parameters) {
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return queries.find(accountId, new FindPurchase(accountId, purchaseId, minRevision), PurchaseView.class)
                .orElseGet(() -> justStarted(accountId, purchaseId));
    }

    /** What the read model knows nothing of is asked of the account before it is called unknown. */
    private PurchaseView justStarted(AccountId accountId, PurchaseId purchaseId) {
        purchasing.inspect(accountId, purchaseId);
        return current(accountId, purchaseId);
    }

    /** As it stands after all that the account has decided so far. */
    private PurchaseView current(AccountId accountId, PurchaseId purchaseId) {
        long revision = queries.storedRevision(accountId);
        return queries.find(new FindPurchase(accountId, purchaseId, revision), PurchaseView.class)
                .orElseThrow();
    }

    @Operation(operationId = "cancelPurchase", summary = "Ends a purchase that nobody has paid")
    @ApiResponse(
            responseCode = "200",
            description = "The purchase after the attempt: canceled, or paid if that came first")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Nothing.class)))
    @AnswersProblems({
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.PURCHASE_NOT_FOUND,
        ProblemType.PURCHASE_NOT_OPEN,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.PAYMENT_PROVIDER_REFUSED,
        ProblemType.PAYMENT_PROVIDER_UNAVAILABLE,
        ProblemType.PROJECTION_BEHIND
    })
    @Needs(Scope.PURCHASE)
    @PostMapping("/{purchaseId}/cancel")
    PurchaseView cancel(@PathVariable AccountId accountId, @PathVariable PurchaseId purchaseId, RequestObject body) {
        Requests.nothing(body);
        PurchaseState requested =
                answers.await(commands.send(new CancelPurchase(accountId, purchaseId, CancellationReason.REQUESTED)));
        buying.cancel(accountId, requested);
        return current(accountId, purchaseId);
    }

    @Operation(
            operationId = "resumePurchase",
            summary =
                    "Goes on with an open purchase: for a customer who closed the page, or whose bank wants to see them")
    @ApiResponse(responseCode = "200", description = "The purchase, and what a browser needs to confirm its payment")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Nothing.class)))
    @AnswersProblems({
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.PURCHASE_NOT_FOUND,
        ProblemType.PURCHASE_NOT_OPEN,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.PAYMENT_PROVIDER_REFUSED,
        ProblemType.PAYMENT_PROVIDER_UNAVAILABLE,
        ProblemType.PROJECTION_BEHIND
    })
    @Needs(Scope.PURCHASE)
    @PostMapping("/{purchaseId}/resume")
    ResponseEntity<ResumedPurchase> resume(
            @PathVariable AccountId accountId, @PathVariable PurchaseId purchaseId, RequestObject body) {
        Requests.nothing(body);
        ClientSecret secret = buying.resume(accountId, purchaseId).clientSecret();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ResumedPurchase(current(accountId, purchaseId), secret == null ? null : secret.value()));
    }

    /**
     * A purchase that a customer goes on with.
     *
     * @param clientSecret lets a browser confirm the payment; absent when there is nothing to confirm
     */
    record ResumedPurchase(
            @JsonUnwrapped PurchaseView purchase,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String clientSecret) {}

    @Operation(operationId = "refundPurchase", summary = "Gives back money for unspent credits of a purchase")
    @ApiResponse(responseCode = "201", description = "What came of it, and the balance after that")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Refund.class)))
    @AnswersProblems({
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.PURCHASE_NOT_FOUND,
        ProblemType.PURCHASE_NOT_PAID,
        ProblemType.PURCHASE_DISPUTED,
        ProblemType.NOTHING_TO_REFUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.REFUND_EXCEEDS_UNSPENT,
        ProblemType.REFUND_TOO_SMALL,
        ProblemType.PAYMENT_PROVIDER_REFUSED,
        ProblemType.PAYMENT_PROVIDER_UNAVAILABLE
    })
    @Needs(Scope.ADMIN)
    @PostMapping("/{purchaseId}/refund")
    ResponseEntity<RefundAnswer> refund(
            @PathVariable AccountId accountId,
            @PathVariable PurchaseId purchaseId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        Recorded requested = answers.await(commands.send(Requests.refundPurchase(accountId, purchaseId, key, body)));
        return created(requested, buying.settlementOf(requested));
    }

    /** Never to be kept by anybody on the way: it may hold a client secret. */
    private static <T> ResponseEntity<T> created(Recorded recorded, T answer) {
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore());
        if (recorded.replayed()) {
            response.header(LedgerHeaders.REPLAYED, "true");
        }
        return response.body(answer);
    }
}
