package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Requests that no client means well with: each is a problem with a name, and nothing of them gets in. */
@BorderTest
class OddRequestsIT {

    private static final String JSON = "Content-Type: application/json\r\nIdempotency-Key: k\r\n";

    @Autowired
    private StandInLedger ledger;

    private LedgerClient client;

    @BeforeEach
    void connect(@Value("${local.server.port}") int port) {
        client = new LedgerClient(port);
        ledger.received.clear();
    }

    @AfterEach
    void nothingGotIn() {
        assertThat(ledger.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amount":-0,"description":"d"}                       | amount
            {"amount":1e400,"description":"d"}                    | amount
            {"amount":1e-400,"description":"d"}                   | amount
            {"amount":7,"description":"\\udc00\\ud800"}           | description
            {"amount":NaN,"description":"d"}                      | body
            {"amount":Infinity,"description":"d"}                 | body
            {"amount":+7,"description":"d"}                       | body
            {"amount":07,"description":"d"}                       | body
            {"amount":7,"description":"d",}                       | body
            {"amount":7,/* */"description":"d"}                   | body
            {'amount':7,"description":"d"}                        | body
            {"metadata":{"a":1,"a":2},"amount":7,"description":"d"} | body
            """)
    void namesWhatIsWrongWithABody(String body, String field) {
        Answer answer = post(body.getBytes(StandardCharsets.UTF_8));

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
    }

    @Test
    void nothingIsAnObjectWithoutFields() {
        assertThat(post(new byte[0]).isProblem(400, "invalid-request").badFields())
                .containsExactly("amount", "description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void whatIsNestedTenThousandTimesIsNotFollowedDown(String opening) {
        post(opening.repeat(10_000).getBytes(StandardCharsets.UTF_8)).isProblem(400, "invalid-request");
    }

    @Test
    void longNumbersNamesAndTextsAreNotReadToTheirEnd() {
        post(("{\"amount\":" + "9".repeat(50_000) + "}").getBytes(StandardCharsets.UTF_8))
                .isProblem(400, "invalid-request");
        post(("{\"" + "n".repeat(50_000) + "\":1}").getBytes(StandardCharsets.UTF_8))
                .isProblem(400, "invalid-request");
        post(("{\"amount\":7,\"description\":\"" + "d".repeat(60_000) + "\"}").getBytes(StandardCharsets.UTF_8))
                .isProblem(400, "invalid-request");
    }

    @Test
    void oneByteMoreThanAMegabyteIsTooLarge() {
        post(" ".repeat(1_048_577).getBytes(StandardCharsets.UTF_8)).isProblem(413, "content-too-large");
    }

    @Test
    void aBatchOfCountlessTinyPartsIsNotBuiltUp() {
        String parts = "{},".repeat(500_000);
        Answer answer = client.post("/v1/consumptions/batch", null, "{\"items\":[" + parts + "{}]}");

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "IBM037", "UTF-16", "UTF-32"})
    void anotherCharsetIsNotGuessed(String charset) {
        post("{\"amount\":7,\"description\":\"\u00e4\"}".getBytes(Charset.forName(charset)))
                .isProblem(400, "invalid-request");
    }

    @Test
    void aMarkOfTheOrderOfBytesIsNoJson() {
        post("\ufeff{\"amount\":7,\"description\":\"d\"}".getBytes(StandardCharsets.UTF_8))
                .isProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\n", "5;x={long}\r\n", "5\r\n{\"amount\":7,", "\r\n\r\n"
            })
    void chunksThatAreNoneAreRefused(String chunk) throws IOException {
        Answer answer = raw(
                "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\n",
                chunk.replace("{long}", "x".repeat(20_000)));

        answer.isProblem(400, "invalid-request");
    }

    @Test
    void lengthAndChunksTogetherAreNotBelieved() throws IOException {
        String both = String.join("\r\n", "Transfer-Encoding: chunked", "Content-Length: 5", JSON);

        raw(both, "zz\r\n").isProblem(400, "invalid-request");
    }

    @Test
    void aHeaderOfAHundredKilobytesIsRefused() throws IOException {
        raw("X-Large: " + "x".repeat(100_000) + "\r\n", "").isProblem(400, "invalid-request");
    }

    @Test
    void tenThousandParametersAreRefused() throws IOException {
        String few = parameters(110);
        String many = parameters(10_000);

        client.get("/v1/accounts/alice/transactions?" + few).isProblem(400, "invalid-request");
        client.getRaw("/v1/accounts/alice/transactions?" + many).isProblem(400, "invalid-request");
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Idempotency-Key: b       | Idempotency-Key
            idempotency-key: k       | Idempotency-Key
            Authorization: Bearer x  | Authorization
            Content-Type: text/plain | Content-Type
            Content-Length: 2        | request
            Host: other              | request
            """)
    void whatMayBeSaidOnceIsNotSaidTwice(String again, String field) throws IOException {
        String body = "{\"amount\":7,\"description\":\"d\"}";
        Answer answer = raw("Content-Length: " + body.length() + "\r\n" + JSON + again + "\r\n", body);

        answer.isProblem(400, "invalid-request");
        assertThat(answer.badFields()).containsExactly(field);
    }

    private Answer post(byte[] body) {
        return client.send(client.request("/v1/accounts/alice/consumptions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Sends a consumption's head with more headers, then whatever follows, and nothing after it. */
    private Answer raw(String headers, String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
            String head = "POST /v1/accounts/alice/consumptions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + LedgerClient.KEY + "\r\n" + headers + "\r\n";
            socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return LedgerClient.parsed(received(socket));
        }
    }

    /** The other side may hang up before it has read all, which is no reason not to look at what it said. */
    private static String received(Socket socket) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(received);
        } catch (IOException hungUp) {
            assertThat(received.size()).as("%s", hungUp).isPositive();
        }
        return received.toString(StandardCharsets.UTF_8);
    }
}
