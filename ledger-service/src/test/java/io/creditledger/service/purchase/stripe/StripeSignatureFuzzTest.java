package io.creditledger.service.purchase.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.creditledger.service.purchase.stripe.StripeSignature.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a header or a body holds makes a forgery genuine, or the check fail. */
class StripeSignatureFuzzTest {

    private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");
    private static final String SECRET = "whsec_fuzz";

    private final StripeSignature signature = new StripeSignature(List.of(SECRET), Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<Arguments> headersAndBodies() {
        byte[] body = {'{', '}'};
        return Stream.of(
                        "",
                        "t=1788264000",
                        "t=1788264000,v1=",
                        "t=1788264000,v0=00,v1=" + "0f".repeat(32),
                        " t = 1788264000 , v1 = " + "0f".repeat(32),
                        "t=99999999999999999999,v1=" + "0f".repeat(32),
                        "t=\u0661\u0662\u0663,v1=" + "0f".repeat(32),
                        ",".repeat(3_000))
                .map(header -> Arguments.of(header, body));
    }

    @MethodSource("headersAndBodies")
    @FuzzTest
    void onlyWhatIsSignedIsGenuine(@NotNull String header, byte @NotNull [] body) {
        Verdict verdict = signature.check(body, header).verdict();

        boolean signed = Stream.of(header.split(","))
                .map(String::strip)
                .filter(part -> part.matches("t\\s*=.*"))
                .map(part -> part.substring(part.indexOf('=') + 1).strip())
                .map(timestamp -> StripeSigner.signature(body, SECRET, timestamp))
                .anyMatch(header.toLowerCase(Locale.ROOT)::contains);
        if (!signed) {
            assertThat(verdict).isEqualTo(Verdict.FORGED);
        }
        String good = StripeSigner.header(body, SECRET, NOW);
        assertThat(signature.check(body, good).verdict()).isEqualTo(Verdict.GENUINE);
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        assertThat(signature.check(longer, good).verdict()).isEqualTo(Verdict.FORGED);
    }
}
