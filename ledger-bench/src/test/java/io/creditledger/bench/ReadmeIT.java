package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A reader who types what the README says sees what the README shows. */
class ReadmeIT {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final long PATIENCE_SECONDS = 30;

    @Test
    void theFirstSessionDoesWhatItShows() throws Exception {
        try (InterceptedStripe stripe = new InterceptedStripe();
                LedgerProcess ledger = stripe.usedBy(LedgerProcess.in("readme"))) {
            ledger.start();
            stripe.tell(ledger);
            String output = "";
            int compared = 0;
            for (Pages.Block block : Pages.blocks(Pages.readme())) {
                // Where the ledger is and what its key is, the reader is asked to fill in.
                boolean isCommand =
                        block.language().equals("bash") && !block.text().startsWith("export ");
                if (isCommand) {
                    output = typed(block.text(), ledger, stripe);
                    assertThat(output).doesNotContain("/problems/");
                } else if (block.language().equals("json")) {
                    assertShown(MAPPER.readTree(block.text()), MAPPER.readTree(output), "");
                    compared++;
                }
            }
            assertThat(compared).isGreaterThanOrEqualTo(7);
        }
    }

    private static String typed(String commands, LedgerProcess ledger, InterceptedStripe stripe)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands);
        builder.environment().put("LEDGER", "http://127.0.0.1:" + ledger.port());
        builder.environment().put("KEY", LedgerProcess.API_KEY);
        builder.environment().put("STRIPE", stripe.address().toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    /** Every field that is shown is there with its value; the README leaves out what changes from run to run. */
    private static void assertShown(JsonNode shown, JsonNode actual, String path) {
        switch (shown.getNodeType()) {
            case OBJECT ->
                shown.properties()
                        .forEach(field -> assertShown(
                                field.getValue(), actual.path(field.getKey()), path + "/" + field.getKey()));
            case ARRAY -> {
                assertThat(actual.size()).as(path).isEqualTo(shown.size());
                for (int i = 0; i < shown.size(); i++) {
                    assertShown(shown.path(i), actual.path(i), path + "/" + i);
                }
            }
            case NUMBER -> {
                assertThat(actual.isNumber()).as(path).isTrue();
                assertThat(actual.decimalValue()).as(path).isEqualByComparingTo(shown.decimalValue());
            }
            default -> assertThat(actual).as(path).isEqualTo(shown);
        }
    }
}
