package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.LedgerClient;
import java.net.http.HttpRequest;

/** A customer's browser: follows the link to the dashboard, and keeps the session in its cookie. */
record Browser(LedgerClient ledger, String token, String cookie, String csrfToken, Answer kept) {

    static Browser of(LedgerClient ledger, String account) {
        String token = ledger.post("/v1/accounts/" + account + "/dashboard-sessions", null, "{}")
                .is(201)
                .text("/token");
        Answer kept = ledger.send(ledger.anonymous("/v1/dashboard-session")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .is(200);
        String cookie = kept.header("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith(SessionCookie.NAME + "=");
        return new Browser(ledger, token, cookie.substring(0, cookie.indexOf(';')), kept.text("/csrfToken"), kept);
    }

    /** As any page could make the browser send it, were the cookie sent with it. */
    HttpRequest.Builder request(String path) {
        return ledger.anonymous(path).header("Cookie", cookie);
    }

    /** As our own page sends it. */
    HttpRequest.Builder ownRequest(String path) {
        return request(path).header(SessionCookie.CSRF_HEADER, csrfToken);
    }
}
