package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {

    private final Path file;

    FindingsTest(@TempDir Path folder) {
        file = folder.resolve("some.log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key sk_test_canary",
                "key rk_live_canary",
                "secret whsec_canary",
                "pi_3_secret_canary",
                "clk_canary_of_the_tests",
                "cls_canary_of_the_tests",
                "{Authorization: Bearer canary-of-tests}",
                "authorization: basic Y2FuYXJ5Og==",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
                "number=4242424242424242&cvc",
                "4000 0027 6000 3184",
                "5555-5555-5555-4444",
                "<3782 822463 10005>",
                "the password is Grüße of its own"
            })
    void areTold(String line) throws IOException {
        Findings findings = lookedThrough("nothing here\n" + line + "\n");

        assertThat(findings.found()).hasSize(1).first().asString().startsWith(file + ":2: ");
        assertThat(findings.found().getFirst()).doesNotContain(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk_test_***",
                "Authorization: Bearer ***",
                "pi_3_secret_***",
                "4242424242424241",
                "4242",
                "pm_4242424242424242",
                "nanos 4000002760003184123456789",
                "1764005935123456789",
                "client_secret is required",
                "the header Authorization: Bearer with the key is required"
            })
    void areNotMadeUp(String line) throws IOException {
        assertThat(lookedThrough(line).found()).isEmpty();
    }

    @Test
    void aKeyIsSaidOnceAndNotAgain() throws IOException {
        String said = "API key (shown this once, kept as a hash): clk_canary_of_the_tests\n";

        assertThat(lookedThrough("ready\n" + said).found()).isEmpty();
        assertThat(lookedThrough(said + said).found()).hasSize(1);
    }

    @Test
    void theLinkToTheDemoIsNoSecretButNothingLikeIt() throws IOException {
        String link = "  dashboard      http://127.0.0.1:8080/#token=cls_canary_of_the_tests";

        assertThat(lookedThrough(link).found()).isEmpty();
        assertThat(lookedThrough(link + " and more").found()).hasSize(1);
        assertThat(lookedThrough("INFO" + link).found()).hasSize(1);
    }

    private Findings lookedThrough(String text) throws IOException {
        Files.writeString(file, text);
        Findings findings = new Findings(List.of("ße of its own"));
        findings.lookThrough(file);
        return findings;
    }
}
