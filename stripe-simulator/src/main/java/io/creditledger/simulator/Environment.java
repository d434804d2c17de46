package io.creditledger.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a simulator that runs as a process of its own. */
final class Environment {

    private static final int DEFAULT_PORT = 12_111;
    private static final String PORT = "LEDGER_STRIPE_SIMULATOR_PORT";
    private static final String SECRET_KEY = "STRIPE_SIMULATOR_SECRET_KEY";
    private static final String PUBLISHABLE_KEY = "STRIPE_SIMULATOR_PUBLISHABLE_KEY";
    private static final String WEBHOOK_URL = "STRIPE_SIMULATOR_WEBHOOK_URL";
    private static final String WEBHOOK_SECRET = "STRIPE_SIMULATOR_WEBHOOK_SECRET";
    private static final String DATA_DIRECTORY = "STRIPE_SIMULATOR_DATA_DIR";
    private static final String PARENT = "STRIPE_SIMULATOR_PARENT_PID";

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    Settings settings() {
        Settings defaults = Settings.defaults();
        Settings settings = defaults.withPort((int) number(PORT, DEFAULT_PORT))
                .withKeys(text(SECRET_KEY, defaults.secretKey()), text(PUBLISHABLE_KEY, defaults.publishableKey()));
        String directory = given(DATA_DIRECTORY);
        return webhooks(directory == null ? settings : settings.withDataDirectory(Path.of(directory)));
    }

    private Settings webhooks(Settings settings) {
        String url = given(WEBHOOK_URL);
        if (url == null) {
            return settings;
        }
        String secrets = given(WEBHOOK_SECRET);
        if (secrets == null) {
            throw new IllegalArgumentException(WEBHOOK_URL + " needs " + WEBHOOK_SECRET + " beside it.");
        }
        return settings.withWebhooks(URI.create(url), Arrays.asList(secrets.split(",")));
    }

    /** The process without which this one has no purpose, or null. */
    @Nullable
    Long parent() {
        return given(PARENT) == null ? null : number(PARENT, 0);
    }

    private @Nullable String given(String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private String text(String name, String otherwise) {
        String value = given(name);
        return value == null ? otherwise : value;
    }

    private long number(String name, long otherwise) {
        String value = given(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(name + " is no number: " + value, malformed);
        }
    }
}
