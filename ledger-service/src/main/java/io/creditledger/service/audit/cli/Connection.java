package io.creditledger.service.audit.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which ledger, and how it is answered: the options that every command has. */
final class Connection {

    private static final String DEFAULT_PORT = "8080";

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            description =
                    "Where the ledger is; without it LEDGER_URL, or http://127.0.0.1 with the port LEDGER_PORT or 8080.")
    private @Nullable String url;

    @Option(names = "--json", description = "Answers with one JSON object on standard output.")
    private boolean json;

    boolean json() {
        return json;
    }

    /**
     * The ledger to ask.
     *
     * @throws CouldNotRunException without a key
     */
    Ledger ledger(Map<String, String> environment, CommandSpec command) {
        String key = environment.getOrDefault("LEDGER_API_KEY", "").strip();
        URI address = address(environment, command);
        if (key.isEmpty()) {
            throw new CouldNotRunException(
                    "There is no key: set LEDGER_API_KEY to one of an auditor or an operator. "
                            + "A ledger keeps only hashes of keys, so it can't be looked up; ./ledger run printed its own once.");
        }
        return new Ledger(address, key);
    }

    private URI address(Map<String, String> environment, CommandSpec command) {
        String given = url != null ? url : environment.getOrDefault("LEDGER_URL", "");
        if (given.isBlank()) {
            given = "http://127.0.0.1:" + environment.getOrDefault("LEDGER_PORT", DEFAULT_PORT);
        }
        try {
            URI address = new URI(given.strip().replaceAll("/+$", ""));
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            // Said below.
        }
        throw new ParameterException(
                command.commandLine(), Text.harmless(given) + " is no address of the kind http://127.0.0.1:8080");
    }
}
