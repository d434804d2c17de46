package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What happens to an account, as it happens, as Server-Sent Events. */
@Tag(name = "History and use")
@RestController
class StreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final AccountStreams streams;

    StreamController(AccountStreams streams) {
        this.streams = streams;
    }

    @Operation(
            operationId = "streamAccount",
            summary =
                    "What happens to the account, as it happens: balance, transaction, purchase and payment-method events")
    @TakesParameters({"lastEventId"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @ApiResponse(
            responseCode = "200",
            description = "Server-Sent Events whose ids are revisions",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @Needs(Scope.QUERY)
    @GetMapping(path = "/v1/accounts/{accountId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @PathVariable AccountId accountId,
            Caller caller,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            QueryParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // A browser sends the header when it reconnects by itself; a page that was loaded anew can only add a
        // parameter.
        Long resumeAfter = lastEventId == null
                ? parameters.integer("lastEventId", 0, Long.MAX_VALUE)
                : parameters.integer(LAST_EVENT_ID, lastEventId, 0, Long.MAX_VALUE);
        parameters.finish();
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy that gathers bytes before it passes them on would hold back what is to be seen at once.
        response.setHeader("X-Accel-Buffering", "no");
        if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
            streams.serve(accountId, caller, resumeAfter, response);
        }
    }
}
