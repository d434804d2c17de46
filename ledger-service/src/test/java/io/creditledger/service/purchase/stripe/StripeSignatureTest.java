package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.creditledger.service.purchase.stripe.StripeSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final String SECRET = "whsec_new";
    private static final String OLD_SECRET = "whsec_old";
    private static final byte[] BODY = bytes("{\"id\":\"evt_1\",  \"name\":\"Zoë\"}");

    private final StripeSignature signature =
            new StripeSignature(List.of(SECRET, OLD_SECRET), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatStripeSignedIsGenuine() {
        assertThat(verdict(BODY, StripeSigner.header(BODY, SECRET, NOW))).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void theLibrarySignsTheSameWay() throws Exception {
        String header = Webhook.Signature.generateSignatureHeader(
                new String(BODY, StandardCharsets.UTF_8), SECRET, NOW.getEpochSecond());

        assertThat(verdict(BODY, header)).isEqualTo(Verdict.GENUINE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "=",
                "t",
                "v1",
                "t,v1",
                "t=",
                "t=1788264000",
                "t=1788264000,v1",
                "t=1788264000,v1=",
                "t=1788264000,v1=xyz",
                "t=1788264000,v1=00",
                "t=abc,v1=00",
                "t=-1,v1=00",
                "t=99999999999999999999999,v1=00",
                "t=1788264000,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "\u0000\uffff"
            })
    void aHeaderThatIsNoneIsForged(@Nullable String header) {
        assertThat(verdict(BODY, header)).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1788264000x", "+1788264000", "1788264000.5", "99999999999999999999"})
    void aTimeThatIsNoneIsForgedEvenWhenItIsSigned(String timestamp) {
        assertThat(verdict(BODY, StripeSigner.header(BODY, SECRET, timestamp))).isEqualTo(Verdict.FORGED);
    }

    @Test
    void anotherSecretIsForged() {
        assertThat(verdict(BODY, StripeSigner.header(BODY, "whsec_other", NOW))).isEqualTo(Verdict.FORGED);
        assertThat(new StripeSignature(List.of(), Clock.fixed(NOW, ZoneOffset.UTC))
                        .check(BODY, StripeSigner.header(BODY, SECRET, NOW))
                        .verdict())
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void anOlderSchemeIsForged() {
        String header = StripeSigner.header(BODY, SECRET, NOW).replace("v1=", "v0=");

        assertThat(verdict(BODY, header)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        String signed = StripeSigner.header(BODY, "whsec_newest", NOW) + ",v1="
                + StripeSigner.signature(BODY, SECRET, Long.toString(NOW.getEpochSecond()))
                + ",v0=abc";

        assertThat(verdict(BODY, signed)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void anAlteredTimeIsForged() {
        String header = StripeSigner.header(BODY, SECRET, NOW.minusSeconds(1_000))
                .replace("t=" + NOW.minusSeconds(1_000).getEpochSecond(), "t=" + NOW.getEpochSecond());

        assertThat(verdict(BODY, header)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void anAlteredBodyIsForged() {
        String header = StripeSigner.header(BODY, SECRET, NOW);

        assertThat(verdict(bytes("{\"id\":\"evt_2\",  \"name\":\"Zoë\"}"), header))
                .isEqualTo(Verdict.FORGED);
        assertThat(verdict(bytes("{\"id\":\"evt_1\",\"name\":\"Zoë\"}"), header))
                .as("the same JSON, written anew")
                .isEqualTo(Verdict.FORGED);
        assertThat(verdict(new String(BODY, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1), header))
                .as("the same text in another charset")
                .isEqualTo(Verdict.FORGED);
        assertThat(verdict(new byte[0], header)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void bytesThatAreNoTextAreCheckedAsTheyAre() {
        byte[] bytes = {(byte) 0xc3, 0x28, (byte) 0xff};

        assertThat(verdict(bytes, StripeSigner.header(bytes, SECRET, NOW))).isEqualTo(Verdict.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({
        "-86400, OUTDATED",
        "-301,   OUTDATED",
        "-300,   GENUINE",
        "0,      GENUINE",
        "300,    GENUINE",
        "301,    OUTDATED",
        "86400,  OUTDATED"
    })
    void aSignatureIsOfNow(long seconds, Verdict verdict) {
        var finding = signature.check(BODY, StripeSigner.header(BODY, SECRET, NOW.plusSeconds(seconds)));

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.ahead()).isEqualTo(Duration.ofSeconds(-seconds));
    }

    @Test
    void noHeaderWhatsoeverIsMoreThanForged() {
        Random random = new Random(7);
        String alphabet = "tv01=,.; \t-+09afAF\u00e9\u0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                header.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(verdict(BODY, header.toString())).isEqualTo(Verdict.FORGED);
        }
    }

    private Verdict verdict(byte[] body, @Nullable String header) {
        return signature.check(body, header).verdict();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
