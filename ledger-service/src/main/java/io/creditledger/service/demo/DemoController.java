package io.creditledger.service.demo;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.LedgerHeaders;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Lets whoever looks at the demo account play the platform, which spends credits. No part of the contract: {@link Hidden}. */
@Hidden
@RestController
@ConditionalOnBooleanProperty("ledger.demo")
class DemoController {

    private final DemoAccount demo;

    DemoController(DemoAccount demo) {
        this.demo = demo;
    }

    @Needs(Scope.PURCHASE)
    @PostMapping("/v1/accounts/{accountId}/demo-consumptions/{websiteId}")
    ResponseEntity<Spent> spend(
            @PathVariable AccountId accountId,
            @PathVariable String websiteId,
            @RequestHeader(LedgerHeaders.IDEMPOTENCY_KEY) IdempotencyKey key) {
        Website website = DemoAccount.WEBSITES.stream()
                .filter(candidate ->
                        accountId.equals(DemoAccount.ID) && candidate.id().equals(websiteId))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND, "there is nothing to play with", Map.of("websiteId", websiteId))
                        .asException());
        Recorded recorded = demo.spend(website, DemoAccount.GENERATION, key);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Spent(recorded.revision()));
    }

    /** What was spent shows from this revision on. */
    record Spent(long revision) {}
}
