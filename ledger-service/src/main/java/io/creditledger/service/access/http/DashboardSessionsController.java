package io.creditledger.service.access.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.Caller;
import io.creditledger.service.access.DashboardSession;
import io.creditledger.service.access.DashboardSessions;
import io.creditledger.service.access.IssuedDashboardSession;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.HttpProperties;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.RequestObject;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Lets a platform send its customer to the dashboard. */
@Tag(name = "Dashboard sessions")
@RestController
@RequestMapping("/v1/accounts/{accountId}/dashboard-sessions")
class DashboardSessionsController {

    private final DashboardSessions sessions;
    private final AccountQueries accounts;
    private final HttpProperties properties;

    DashboardSessionsController(DashboardSessions sessions, AccountQueries accounts, HttpProperties properties) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.properties = properties;
    }

    @Operation(
            operationId = "openDashboardSession",
            summary = "Lets a customer see to this account, and to no other, for a short time")
    @ApiResponse(responseCode = "201", description = "A link to send the customer to, and the token in it")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RequestShapes.NewSession.class)))
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE})
    @Needs(Scope.COMMAND)
    @PostMapping
    ResponseEntity<SessionWithToken> open(
            @PathVariable AccountId accountId, Caller caller, RequestObject body, HttpServletRequest request) {
        var validFor = Requests.sessionDuration(body);
        accounts.requireStored(accountId);
        IssuedDashboardSession issued = sessions.open(accountId.value(), validFor, caller.actor());
        DashboardSession session = issued.session();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new SessionWithToken(
                        session.sessionId(), issued.token(), link(issued.token(), request), session.expiresAt()));
    }

    /** What comes after the number sign stays in the browser: no server and no log on the way sees it. */
    private String link(String token, HttpServletRequest request) {
        String address = properties.publicAddress();
        String origin = address == null || address.isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : address;
        return (origin.endsWith("/") ? origin : origin + "/") + "#token=" + token;
    }

    @Operation(operationId = "findDashboardSessions", summary = "The valid sessions of an account, the newest first")
    @AnswersProblems(ProblemType.ACCOUNT_NOT_FOUND)
    @Needs(Scope.COMMAND)
    @GetMapping
    SessionList list(@PathVariable AccountId accountId) {
        accounts.requireStored(accountId);
        return new SessionList(sessions.of(accountId.value()));
    }

    @Operation(operationId = "revokeDashboardSession", summary = "Ends a session at once")
    @ApiResponse(responseCode = "204", description = "The session is no longer valid")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_FOUND})
    @Needs(Scope.COMMAND)
    @DeleteMapping("/{sessionId}")
    ResponseEntity<Void> revoke(@PathVariable AccountId accountId, @PathVariable String sessionId) {
        accounts.requireStored(accountId);
        if (!sessions.revoke(accountId.value(), sessionId)) {
            throw Problem.of(ProblemType.NOT_FOUND, "the account has no such session", Map.of("sessionId", sessionId))
                    .asException();
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * A session at the only moment at which its token is told.
     *
     * @param token what a program would send in the header Authorization
     * @param url where to send the customer's browser
     */
    @Schema(name = "DashboardSessionWithToken")
    record SessionWithToken(String sessionId, String token, String url, Instant expiresAt) {}

    /** All valid ones: there are at most a hundred. */
    @Schema(name = "DashboardSessionList")
    record SessionList(List<DashboardSession> items) {}
}
