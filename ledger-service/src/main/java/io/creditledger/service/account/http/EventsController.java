package io.creditledger.service.account.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The facts of an account as they are stored. */
@Tag(name = "Audit")
@RestController
class EventsController {

    private static final String PATH = "/v1/accounts/{accountId}/events";

    private final AccountQueries queries;
    private final JsonMapper json;

    EventsController(AccountQueries queries, JsonMapper json) {
        this.queries = queries;
        this.json = json;
    }

    @Operation(operationId = "findEvents", summary = "The stored facts in order; as application/x-ndjson all of them")
    @TakesParameters({"fromRevision", "limit"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @Needs(Scope.AUDIT)
    @LeavesTrace(parameters = {"fromRevision", "limit"})
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    EventsPage events(@PathVariable AccountId accountId, QueryParameters parameters) {
        long fromRevision = fromRevision(parameters);
        int limit = parameters.limit();
        parameters.finish();
        // One more than asked for tells whether there is a next page.
        List<StoredFact> facts = queries.facts(accountId, fromRevision, limit + 1);
        if (facts.isEmpty()) {
            queries.requireStored(accountId);
        }
        return facts.size() <= limit
                ? new EventsPage(facts, null)
                : new EventsPage(facts.subList(0, limit), facts.get(limit).revision());
    }

    @ApiResponse(
            responseCode = "200",
            description = "One fact a line",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    @Operation(operationId = "findEvents", summary = "The stored facts in order; as application/x-ndjson all of them")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @Needs(Scope.AUDIT)
    @LeavesTrace(parameters = {"fromRevision", "limit"})
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
    void stream(
            @PathVariable AccountId accountId,
            QueryParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long fromRevision = fromRevision(parameters);
        parameters.finish();
        List<StoredFact> first = queries.facts(accountId, fromRevision, QueryParameters.MAX_LIMIT);
        if (first.isEmpty()) {
            queries.requireStored(accountId);
        }
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
            writeAll(accountId, first, response);
        }
    }

    private void writeAll(AccountId accountId, List<StoredFact> first, HttpServletResponse response)
            throws IOException {
        List<StoredFact> facts = first;
        while (!facts.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            facts.forEach(fact -> lines.append(json.writeValueAsString(fact)).append('\n'));
            response.getOutputStream().write(lines.toString().getBytes(StandardCharsets.UTF_8));
            long next = facts.getLast().revision() + 1;
            facts = facts.size() < QueryParameters.MAX_LIMIT
                    ? List.of()
                    : queries.facts(accountId, next, QueryParameters.MAX_LIMIT);
        }
        response.flushBuffer();
    }

    private static long fromRevision(QueryParameters parameters) {
        return Objects.requireNonNullElse(parameters.integer("fromRevision", 0, Long.MAX_VALUE), 0L);
    }

    /**
     * Part of the facts of an account.
     *
     * @param nextRevision where the next page begins; null at the end
     */
    record EventsPage(
            List<StoredFact> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long nextRevision) {}
}
