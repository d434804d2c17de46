package io.creditledger.service.access.http;

import io.creditledger.service.access.Caller;
import io.creditledger.service.access.DashboardSessions;
import io.creditledger.service.access.Reach;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.security.Needs;
import io.creditledger.service.platform.security.SessionCookie;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The session that a browser has: taken over into a cookie, looked at, ended. */
@Tag(name = "Dashboard sessions")
@RestController
@RequestMapping("/v1/dashboard-session")
class OwnSessionController {

    private final DashboardSessions sessions;

    OwnSessionController(DashboardSessions sessions) {
        this.sessions = sessions;
    }

    @Operation(
            operationId = "keepDashboardSession",
            summary = "Keeps the session in a cookie of the browser that sends its token")
    @Needs({})
    @PostMapping
    ResponseEntity<OwnSession> keep(Caller caller, HttpServletRequest request) {
        OwnSession own = ownSession(caller, request);
        String token = SessionCookie.tokenOf(request);
        Duration left = Duration.between(Instant.now(), own.expiresAt());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.of(token, left, request.isSecure()).toString())
                .body(own);
    }

    @Operation(operationId = "findDashboardSession", summary = "The session that the browser has")
    @Needs({})
    @GetMapping
    ResponseEntity<OwnSession> find(Caller caller, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ownSession(caller, request));
    }

    @Operation(operationId = "endDashboardSession", summary = "Ends the session and takes its cookie away")
    @ApiResponse(responseCode = "204", description = "The session is no longer valid")
    @Needs({})
    @DeleteMapping
    ResponseEntity<Void> end(Caller caller, HttpServletRequest request) {
        OwnSession own = ownSession(caller, request);
        sessions.revoke(own.accountId(), caller.id());
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.gone(request.isSecure()).toString())
                .build();
    }

    private static OwnSession ownSession(Caller caller, HttpServletRequest request) {
        if (caller.kind() != Caller.Kind.SESSION || !(caller.reach() instanceof Reach.Only only)) {
            throw Problem.of(ProblemType.FORBIDDEN, "this is for sessions of the dashboard")
                    .asException();
        }
        return new OwnSession(
                only.accounts().iterator().next(),
                Objects.requireNonNull(caller.expiresAt()),
                SessionCookie.csrfTokenOf(SessionCookie.tokenOf(request)));
    }

    /**
     * A session as its browser knows it.
     *
     * @param csrfToken to be sent in the header X-CSRF-Token with every change that is asked for by cookie
     */
    @Schema(name = "OwnDashboardSession")
    record OwnSession(String accountId, Instant expiresAt, String csrfToken) {}
}
