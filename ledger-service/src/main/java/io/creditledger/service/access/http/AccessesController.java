package io.creditledger.service.access.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.AccessTrail;
import io.creditledger.service.access.ReadAccess;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at evidence. */
@Tag(name = "Audit")
@RestController
class AccessesController {

    private static final int MAX_ACTOR_LENGTH = 300;

    private final AccessTrail trail;

    AccessesController(AccessTrail trail) {
        this.trail = trail;
    }

    @Operation(
            operationId = "findAccesses",
            summary = "Who looked at facts, statements and verifications, latest first")
    @TakesParameters({"actor", "accountId", "from", "to", "limit", "cursor"})
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @LeavesTrace(parameters = {"actor", "accountId", "from", "to", "cursor"})
    @GetMapping("/v1/audit/accesses")
    AccessPage find(QueryParameters parameters) {
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        if (from != null && to != null && to.isBefore(from)) {
            parameters.note("to", "must not be before from");
        }
        ReadAccess.Search search = new ReadAccess.Search(
                parameters.text("actor", MAX_ACTOR_LENGTH),
                parameters.text("accountId", AccountId.MAX_LENGTH),
                from,
                to,
                parameters.integer("cursor", 1, Long.MAX_VALUE));
        int limit = parameters.limit();
        parameters.finish();
        // One more than asked for tells whether there is a next page.
        List<ReadAccess> found = trail.find(search, limit + 1);
        return found.size() <= limit
                ? new AccessPage(found, null)
                : new AccessPage(
                        found.subList(0, limit),
                        Long.toString(found.get(limit - 1).accessId()));
    }

    /**
     * Some of the accesses.
     *
     * @param nextCursor where the next page begins; null at the end
     */
    @Schema(name = "AccessPage")
    record AccessPage(
            List<ReadAccess> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String nextCursor) {}
}
