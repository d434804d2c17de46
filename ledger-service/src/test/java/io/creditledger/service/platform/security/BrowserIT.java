package io.creditledger.service.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.Answer;
import io.creditledger.service.account.http.EventStreamReader;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told and what it can be made to do, over real HTTP, by a ledger whose settings are the usual ones. */
class BrowserIT {

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, "ledger.http.max-streams=1");

    private static final String POLICY = ContentSecurityPolicy.of(null, List.of());

    private LedgerClient client;

    @BeforeAll
    static void openAccounts() {
        LEDGER.client().put("/v1/accounts/alice", "{}").is(201);
        LEDGER.client().put("/v1/accounts/bob", "{}").is(201);
    }

    @BeforeEach
    void connect() {
        client = LEDGER.client();
    }

    // --- the headers of every answer

    @ParameterizedTest
    @CsvSource(textBlock = """
            /docs,                                  200
            /docs/docs.js,                          200
            /v3/api-docs,                           200
            /v1/config,                             200
            /v1/packages,                           200
            /actuator/health,                       200
            /v1/accounts/alice,                     401
            /nothing,                               401
            /docs/nothing,                          404
            /error,                                 404
            """)
    void everyAnswerToAStrangerCarriesThem(String path, int status) {
        assertAllHeaders(client.send(client.anonymous(path)).is(status).headers());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/accounts/alice,                     200
            /v1/accounts/alice/events,              200
            /v1/accounts/alice/balance?minRevision=x, 400
            /v1/accounts/nobody/balance,            404
            /v1/accounts/alice/nothing,             404
            /v1/accounts/alice/balance?minRevision=999999, 503
            /actuator/prometheus,                   200
            """)
    void everyAnswerToACallerCarriesThem(String path, int status) {
        assertAllHeaders(client.get(path).is(status).headers());
    }

    @Test
    void theyAreOnAnswersOfEveryKind() {
        assertAllHeaders(client.send(client.request("/v1/accounts/alice").DELETE())
                .is(405)
                .headers());
        assertAllHeaders(client.get("/v1/accounts/alice", "text/html").is(406).headers());
        assertAllHeaders(client.get("/v1/accounts/alice/transactions", "text/csv")
                .is(200)
                .headers());
        assertAllHeaders(client.get("/v1/accounts/alice/events", "application/x-ndjson")
                .is(200)
                .headers());
        assertAllHeaders(
                client.put("/v1/accounts/alice", "x".repeat(100_000)).is(413).headers());
        assertAllHeaders(client.send(client.request("/v1/accounts/alice").PUT(BodyPublishers.ofString("x")))
                .is(415)
                .headers());
        Browser customer = Browser.of(client, "alice");
        assertAllHeaders(customer.kept().headers());
        assertAllHeaders(client.send(customer.request("/v1/accounts/alice/events"))
                .is(403)
                .headers());
    }

    @Test
    void theyAreOnAStreamAndOnItsRefusal() throws Exception {
        HttpResponse<InputStream> response = client.http()
                .send(
                        client.request("/v1/accounts/alice/stream")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
        try (EventStreamReader stream = new EventStreamReader(response)) {
            assertThat(stream.next().name()).isEqualTo("balance");
            assertAllHeaders(response.headers());
            assertAllHeaders(client.get("/v1/accounts/alice/stream").is(503).headers());
        }
    }

    private static void assertAllHeaders(HttpHeaders headers) {
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly(POLICY);
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
        assertThat(headers.allValues("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/%zz HTTP/1.1",
                "GET /docs/%2e%2e/v1/accounts HTTP/1.1",
                "GET //v1/accounts HTTP/1.1",
                "GET /docs;x=y HTTP/1.1",
                "GET /docs|x HTTP/1.1",
                "GET /v1/accounts HTTP/9.9",
                "G@T /v1/accounts HTTP/1.1",
                "TRACE /docs HTTP/1.1",
                "garbage"
            })
    void theyAreOnWhatIsRefusedBeforeItIsRead(String requestLine) throws IOException {
        assertRefusedWithHeaders(Wire.send(client.port(), requestLine, "Host: localhost"));
    }

    @Test
    void theyAreOnWhatNoServerCouldTake() throws IOException {
        int port = client.port();
        assertRefusedWithHeaders(Wire.send(port, "GET /docs HTTP/1.1"));
        assertRefusedWithHeaders(Wire.send(port, "GET /docs HTTP/1.1", "Host: a", "Host: b"));
        assertRefusedWithHeaders(Wire.send(port, "GET /docs HTTP/1.1", "Host: evil.example/@x"));
        assertRefusedWithHeaders(Wire.send(port, "GET /docs HTTP/1.1", "Host: localhost", "X: " + "x".repeat(20_000)));
        assertRefusedWithHeaders(
                Wire.send(port, "POST /docs HTTP/1.1", "Host: localhost", "Transfer-Encoding: strange"));
    }

    private static void assertRefusedWithHeaders(Wire answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 505);
        assertThat(answer.text()).contains("application/problem+json").doesNotContain("internal-error");
        assertThat(answer.header("Content-Security-Policy")).as(answer.text()).containsExactly(POLICY);
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.header("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
    }

    // --- scripts of other sites

    @Test
    void noScriptOfAnotherSiteIsLetIn() {
        Answer asked = client.send(client.anonymous("/v1/accounts/alice")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody()));
        Answer read = client.send(client.request("/v1/accounts/alice").header("Origin", "https://evil.example"))
                .is(200);
        Answer shop = client.send(client.anonymous("/v1/packages").header("Origin", "https://evil.example"))
                .is(200);

        for (Answer answer : List.of(asked, read, shop)) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
    }

    // --- what a cookie can do

    @Test
    void keepsTheSessionWhereNoScriptAndNoOtherSiteGetsAtIt() {
        String cookie = Browser.of(client, "alice").kept().header("Set-Cookie").orElseThrow();

        assertThat(cookie).contains("; Path=/", "; HttpOnly", "; SameSite=Strict", "; Max-Age=");
        // That there is none says that the cookie is for this host alone.
        assertThat(cookie).doesNotContain("Domain").doesNotContain("Secure");
    }

    @Test
    void changesNothingByCookieWithoutTheSecondWord() {
        Browser customer = Browser.of(client, "alice");
        Browser other = Browser.of(client, "alice");
        String path = "/v1/accounts/alice/auto-top-up";

        Answer without = client.send(customer.request(path).DELETE()).isProblem(403, "forbidden");
        assertThat(without.text("/detail")).contains(SessionCookie.CSRF_HEADER);
        client.send(customer.request(path)
                        .header(SessionCookie.CSRF_HEADER, "wrong")
                        .DELETE())
                .isProblem(403, "forbidden");
        client.send(customer.request(path).header(SessionCookie.CSRF_HEADER, "").DELETE())
                .isProblem(403, "forbidden");
        client.send(customer.request(path)
                        .header(SessionCookie.CSRF_HEADER, other.csrfToken())
                        .DELETE())
                .isProblem(403, "forbidden");
        client.send(customer.request(path + "?_csrf=" + customer.csrfToken()).DELETE())
                .isProblem(403, "forbidden");
        client.send(customer.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .PUT(BodyPublishers.ofString("_csrf=" + customer.csrfToken())))
                .isProblem(403, "forbidden");

        client.send(customer.ownRequest(path).DELETE()).is(204);
    }

    @Test
    void needsNoSecondWordToReadOrForWhoeverShowsAToken() {
        Browser customer = Browser.of(client, "alice");

        client.send(customer.request("/v1/accounts/alice")).is(200);
        client.send(customer.request("/v1/dashboard-session")).is(200);
        client.send(client.anonymous("/v1/accounts/alice/auto-top-up")
                        .header("Authorization", "Bearer " + customer.token())
                        .DELETE())
                .is(204);
    }

    @Test
    void takesNothingButASessionFromACookie() {
        for (String value :
                List.of(LedgerClient.KEY, "clk_" + "x".repeat(43), "eyJhbGciOiJub25lIn0.e30.", "cls_unknown", "")) {
            client.send(client.anonymous("/v1/accounts/alice").header("Cookie", SessionCookie.NAME + "=" + value))
                    .isProblem(401, "unauthenticated");
        }
    }

    @Test
    void doesNotFallBackOnTheCookieOfWhoeverShowsSomethingElse() {
        Browser customer = Browser.of(client, "alice");

        for (String other : List.of("Bearer wrong", "Bearer ", "Basic YTpi", "")) {
            client.send(customer.request("/v1/accounts/alice").header("Authorization", other))
                    .isProblem(401, "unauthenticated");
        }
    }

    @Test
    void noOtherSiteCanGiveABrowserASession() {
        String token = Browser.of(client, "alice").token();
        String path = "/v1/dashboard-session";

        for (HttpRequest.Builder request : List.of(
                client.anonymous(path).POST(BodyPublishers.noBody()),
                client.anonymous(path + "?token=" + token).POST(BodyPublishers.noBody()),
                client.anonymous(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=" + token)),
                client.anonymous(path)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")))) {
            Answer answer = client.send(request).isProblem(401, "unauthenticated");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void leavesNothingOfASessionThatWasEnded() {
        Browser customer = Browser.of(client, "alice");
        client.send(customer.request("/v1/dashboard-session").DELETE()).isProblem(403, "forbidden");

        Answer ended = client.send(customer.ownRequest("/v1/dashboard-session").DELETE())
                .is(204);

        assertThat(ended.header("Set-Cookie").orElseThrow())
                .startsWith(SessionCookie.NAME + "=;")
                .contains("; Max-Age=0", "; Path=/", "; HttpOnly", "; SameSite=Strict");
        client.send(customer.request("/v1/accounts/alice")).isProblem(401, "unauthenticated");
        client.send(client.anonymous("/v1/accounts/alice").header("Authorization", "Bearer " + customer.token()))
                .isProblem(401, "unauthenticated");
        // Pages are there for browsers whose cookie has become stale.
        client.send(customer.request("/docs")).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "access_token", "api_key", "key", "session"})
    void takesNothingFromTheAddress(String parameter) {
        Browser customer = Browser.of(client, "alice");

        client.send(client.anonymous("/v1/accounts/alice?" + parameter + "=" + customer.token()))
                .isProblem(401, "unauthenticated");
        client.send(client.anonymous("/v1/accounts/alice?" + parameter + "=" + LedgerClient.KEY))
                .isProblem(401, "unauthenticated");
    }

    // --- where a browser is sent, and where the ledger goes

    @Test
    void putsTheTokenBehindTheNumberSignOfTheLinkWhereNoServerSeesIt() {
        Answer opened =
                client.post("/v1/accounts/alice/dashboard-sessions", null, "{}").is(201);

        assertThat(opened.text("/url"))
                .isEqualTo("http://localhost:" + client.port() + "/#token=" + opened.text("/token"));
        assertThat(opened.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void believesNoProxyThatNobodyToldItOf() {
        Answer opened = client.send(client.request("/v1/accounts/alice/dashboard-sessions")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "proto=https;host=evil.example")
                        .POST(BodyPublishers.noBody()))
                .is(201);

        assertThat(opened.text("/url")).startsWith("http://localhost:" + client.port() + "/#");
        assertThat(opened.header("Strict-Transport-Security")).isEmpty();
        Answer kept = client.send(client.anonymous("/v1/dashboard-session")
                        .header("Authorization", "Bearer " + opened.text("/token"))
                        .header("X-Forwarded-Proto", "https")
                        .POST(BodyPublishers.noBody()))
                .is(200);
        assertThat(kept.header("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }

    @Test
    void sendsNobodyAnywhereElse() {
        String document = client.send(client.anonymous("/v3/api-docs")).is(200).body();

        assertThat(document).doesNotContainPattern("(?i)return_?url|redirect|callback|next_?url");
        for (String path : List.of("/docs", "/docs/", "/v1/dashboard-session?return_url=https://evil.example", "/")) {
            assertThat(client.get(path).header("Location")).isEqualTo(Optional.empty());
        }
    }

    @Test
    void fetchesNoAddressThatItIsGiven() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(1);
            String there = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
            client.post(
                            "/v1/accounts/bob/grants",
                            "g",
                            "{\"amount\":5,\"source\":\"promotional\",\"description\":\"" + there + "\"}")
                    .is(201);
            client.post(
                            "/v1/accounts/bob/consumptions",
                            "c",
                            "{\"amount\":5,\"description\":\"d\",\"website\":{\"id\":\"w\",\"url\":\"" + there
                                    + "\"},\"metadata\":{\"image\":\"" + there + "\"}}")
                    .is(201);
            client.get("/v1/accounts/bob/websites").is(200);

            assertThat(TokensIT.hasVisitor(trap)).isFalse();
        }
    }
}
