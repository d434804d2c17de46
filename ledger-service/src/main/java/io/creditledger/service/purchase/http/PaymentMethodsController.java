package io.creditledger.service.purchase.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.RequestId;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.commands.RemovePaymentMethod;
import io.creditledger.api.purchase.commands.SetDefaultPaymentMethod;
import io.creditledger.api.purchase.queries.FindPaymentMethods;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PaymentMethodsView;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.Needs;
import io.creditledger.service.purchase.CardConsent;
import io.creditledger.service.purchase.CardSetup;
import io.creditledger.service.purchase.Customers;
import io.creditledger.service.purchase.PaymentProviderException;
import io.creditledger.service.purchase.ProviderCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved cards. Their numbers never come here: a browser gives them to the payment provider. */
@Tag(name = "Buying")
@RestController
@RequestMapping("/v1/accounts/{accountId}/payment-methods")
class PaymentMethodsController {

    private static final Logger log = LoggerFactory.getLogger(PaymentMethodsController.class);

    private final CommandGateway commands;
    private final AccountQueries queries;
    private final Answers answers;
    private final Customers customers;
    private final ProviderCalls calls;
    private final CardConsent consent;

    PaymentMethodsController(
            CommandGateway commands,
            AccountQueries queries,
            Answers answers,
            Customers customers,
            ProviderCalls calls,
            CardConsent consent) {
        this.commands = commands;
        this.queries = queries;
        this.answers = answers;
        this.customers = customers;
        this.calls = calls;
        this.consent = consent;
    }

    @Operation(
            operationId = "setUpPaymentMethod",
            summary = "Prepares that a browser gives a card to be saved; an idempotency key is optional")
    @ApiResponse(responseCode = "201", description = "What the browser needs to confirm")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Nothing.class)))
    @AnswersProblems({
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.PAYMENT_PROVIDER_REFUSED,
        ProblemType.PAYMENT_PROVIDER_UNAVAILABLE
    })
    @Needs(Scope.PURCHASE)
    @PostMapping("/setup")
    ResponseEntity<SetupAnswer> setUp(
            @PathVariable AccountId accountId,
            @RequestHeader(name = LedgerHeaders.IDEMPOTENCY_KEY, required = false) @Nullable IdempotencyKey key,
            RequestObject body) {
        Requests.nothing(body);
        String name = key == null
                ? UUID.randomUUID().toString()
                : RequestId.of(accountId, key).value();
        CardSetup setup = calls.await(() -> customers.setUpCard(accountId, name));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new SetupAnswer(
                        setup.setupReference(), setup.clientSecret().value(), consent.text()));
    }

    /**
     * What a browser needs to give a card to the payment provider.
     *
     * @param setupIntentId the setup, by the payment provider's id
     * @param consent what the customer agrees to by giving the card, to be shown beside the form
     */
    record SetupAnswer(String setupIntentId, String clientSecret, String consent) {}

    @Operation(operationId = "findPaymentMethods", summary = "The saved cards, the default first")
    @TakesParameters({"minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @ApiResponse(
            responseCode = "200",
            description = "The cards",
            headers = {
                @Header(
                        name = LedgerHeaders.REVISION,
                        description = "The account's revision that the list shows.",
                        schema = @Schema(type = "integer", format = "int64")),
                @Header(
                        name = LedgerHeaders.AS_OF,
                        description = "When that revision came about.",
                        schema = @Schema(type = "string", format = "date-time"))
            })
    @Needs(Scope.QUERY)
    @GetMapping
    ResponseEntity<List<PaymentMethodView>> paymentMethods(
            @PathVariable AccountId accountId, QueryParameters parameters) {
        Long minRevision = parameters.minRevision();
        parameters.finish();
        PaymentMethodsView view = cards(accountId, minRevision);
        return ResponseEntity.ok()
                .header(LedgerHeaders.REVISION, Long.toString(view.revision()))
                .header(LedgerHeaders.AS_OF, view.asOf().toString())
                .body(view.items());
    }

    @Operation(operationId = "setDefaultPaymentMethod", summary = "Makes a saved card the one to pay with")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Nothing.class)))
    @AnswersProblems({
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.PAYMENT_METHOD_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.PROJECTION_BEHIND
    })
    @Needs(Scope.PURCHASE)
    @PutMapping("/{paymentMethodId}/default")
    PaymentMethodView setDefault(
            @PathVariable AccountId accountId, @PathVariable PaymentMethodId paymentMethodId, RequestObject body) {
        Requests.nothing(body);
        Long revision = answers.await(commands.send(new SetDefaultPaymentMethod(accountId, paymentMethodId)));
        return cards(accountId, revision).items().stream()
                .filter(card -> card.paymentMethodId().equals(paymentMethodId.value()))
                .findFirst()
                // Somebody else has removed it since.
                .orElseThrow(() -> notFound(paymentMethodId).asException());
    }

    @Operation(operationId = "removePaymentMethod", summary = "Removes a saved card, which is not used from now on")
    @ApiResponse(responseCode = "204", description = "It is removed")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PAYMENT_METHOD_NOT_FOUND})
    @Needs(Scope.PURCHASE)
    @DeleteMapping("/{paymentMethodId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable AccountId accountId, @PathVariable PaymentMethodId paymentMethodId) {
        answers.await(commands.send(new RemovePaymentMethod(accountId, paymentMethodId)));
        try {
            calls.await(() -> {
                customers.finishRemovals(accountId);
                return accountId;
            });
        } catch (PaymentProviderException away) {
            // For the account it is gone. The ledger goes on until it is gone there too.
            log.info(
                    "A removed card of {} is not forgotten by the payment provider yet: {}",
                    accountId,
                    away.toString());
        }
    }

    private PaymentMethodsView cards(AccountId accountId, @Nullable Long minRevision) {
        return queries.view(
                accountId,
                minRevision,
                PaymentMethodsView.class,
                reached -> new FindPaymentMethods(accountId, null, reached));
    }

    private static Problem notFound(PaymentMethodId id) {
        return Problem.of(
                ProblemType.PAYMENT_METHOD_NOT_FOUND,
                "the account has no payment method " + id,
                Map.of("paymentMethodId", id.value()));
    }
}
