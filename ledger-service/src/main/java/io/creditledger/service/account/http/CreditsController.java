package io.creditledger.service.account.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.platform.http.Answers;
import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.RequestObject;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Credits in and out. */
@RestController
@RequestMapping("/v1/accounts/{accountId}")
class CreditsController {

    private final CommandGateway commands;
    private final Answers answers;

    CreditsController(CommandGateway commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/grants")
    ResponseEntity<GrantAnswer> grant(
            @PathVariable AccountId accountId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.granted(decided(Requests.grantCredits(accountId, key, body)));
    }

    @PostMapping("/lots/{lotId}/revocation")
    ResponseEntity<RevocationAnswer> revoke(
            @PathVariable AccountId accountId,
            @PathVariable LotId lotId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.revoked(decided(Requests.revokeCredits(accountId, lotId, key, body)));
    }

    @PostMapping("/consumptions")
    ResponseEntity<ConsumptionAnswer> consume(
            @PathVariable AccountId accountId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key,
            RequestObject body) {
        return CommandAnswers.consumed(decided(Requests.consumeCredits(accountId, key, body)));
    }

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
