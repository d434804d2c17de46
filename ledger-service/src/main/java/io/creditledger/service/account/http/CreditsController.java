package io.creditledger.service.account.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credits in and out. */
@Tag(name = "Credits in and out")
@RestController
@RequestMapping("/v1/accounts/{accountId}")
class CreditsController {

    private final CommandGateway commands;
    private final Answers answers;

    CreditsController(CommandGateway commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @Operation(operationId = "grantCredits", summary = "Grants credits: a new lot comes in")
    @ApiResponse(responseCode = "201", description = "The lot, and the balance after it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Grant.class)))
    @AnswersProblems({
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.OPEN_LOT_LIMIT_REACHED,
        ProblemType.BALANCE_LIMIT_EXCEEDED
    })
    @Needs(Scope.COMMAND)
    @PostMapping("/grants")
    ResponseEntity<GrantAnswer> grant(
            @PathVariable AccountId accountId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.granted(decided(Requests.grantCredits(accountId, key, body)));
    }

    @Operation(operationId = "revokeCredits", summary = "Takes back what is unspent of a lot")
    @ApiResponse(responseCode = "201", description = "What was taken back, and the balance after it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Revocation.class)))
    @AnswersProblems({
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.LOT_NOT_FOUND,
        ProblemType.NOTHING_TO_REVOKE,
        ProblemType.REVOCATION_EXCEEDS_UNSPENT
    })
    @Needs(Scope.ADMIN)
    @PostMapping("/lots/{lotId}/revocation")
    ResponseEntity<RevocationAnswer> revoke(
            @PathVariable AccountId accountId,
            @PathVariable LotId lotId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.revoked(decided(Requests.revokeCredits(accountId, lotId, key, body)));
    }

    @Operation(operationId = "consumeCredits", summary = "Spends credits, all or nothing")
    @ApiResponse(responseCode = "201", description = "What was spent from which lots, and the balance after it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Consumption.class)))
    @AnswersProblems({
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.INSUFFICIENT_CREDITS
    })
    @Needs(Scope.COMMAND)
    @PostMapping("/consumptions")
    ResponseEntity<ConsumptionAnswer> consume(
            @PathVariable AccountId accountId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.consumed(decided(Requests.consumeCredits(accountId, key, body)));
    }

    @Operation(operationId = "reverseConsumption", summary = "Gives back a consumption, whole or in part")
    @ApiResponse(responseCode = "201", description = "What was given back to which lots, and the balance after it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.Reversal.class)))
    @AnswersProblems({
        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
        ProblemType.ACCOUNT_NOT_FOUND,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        ProblemType.CONSUMPTION_NOT_FOUND,
        ProblemType.ALREADY_REVERSED,
        ProblemType.REVERSAL_EXCEEDS_CONSUMPTION
    })
    @Needs(Scope.COMMAND)
    @PostMapping("/consumptions/{consumptionId}/reversal")
    ResponseEntity<ReversalAnswer> reverse(
            @PathVariable AccountId accountId,
            @PathVariable ConsumptionId consumptionId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.reversed(decided(Requests.reverseConsumption(accountId, consumptionId, key, body)));
    }

    private Recorded decided(CreditMovement command) {
        return answers.await(commands.send(command));
    }
}
