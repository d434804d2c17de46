package io.creditledger.service.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.account.http.LedgerClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that was run, and what came of it. */
record Cli(int code, String out, String err) {

    /** Runs a command against a ledger, with a key that may do all. */
    static Cli run(LedgerClient ledger, String... arguments) {
        return run(
                Map.of("LEDGER_API_KEY", LedgerClient.KEY, "LEDGER_URL", "http://localhost:" + ledger.port() + "/"),
                arguments);
    }

    static Cli run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = AuditCommandLine.run(
                new Surroundings(environment, new PrintWriter(out), new PrintWriter(err), false), arguments);
        assertThat(out + "" + err).as("never a stack trace").doesNotContain("\tat ", "Exception");
        return new Cli(code, out.toString(), err.toString());
    }

    Cli is(int expected) {
        assertThat(code).as(out + err).isEqualTo(expected);
        return this;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
