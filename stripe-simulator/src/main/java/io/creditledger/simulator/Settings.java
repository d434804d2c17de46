package io.creditledger.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up.
 *
 * @param port where it listens; 0 for any free port
 * @param webhookUrl where events are sent to, or null for nowhere yet
 * @param webhookSecrets what deliveries are signed with: two while a secret is being replaced
 * @param dataDirectory where it remembers everything, or null to forget at the end
 */
public record Settings(
        int port,
        String secretKey,
        String publishableKey,
        @Nullable URI webhookUrl,
        List<String> webhookSecrets,
        @Nullable Path dataDirectory,
        Clock clock) {

    public Settings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** Any free port, keys that everybody knows, no webhooks, nothing kept. */
    public static Settings defaults() {
        return new Settings(0, "sk_test_simulator", "pk_test_simulator", null, List.of(), null, Clock.systemUTC());
    }

    public Settings withPort(int newPort) {
        return new Settings(newPort, secretKey, publishableKey, webhookUrl, webhookSecrets, dataDirectory, clock);
    }

    public Settings withKeys(String newSecretKey, String newPublishableKey) {
        return new Settings(port, newSecretKey, newPublishableKey, webhookUrl, webhookSecrets, dataDirectory, clock);
    }

    public Settings withWebhooks(URI url, List<String> secrets) {
        return new Settings(port, secretKey, publishableKey, url, secrets, dataDirectory, clock);
    }

    public Settings withDataDirectory(Path directory) {
        return new Settings(port, secretKey, publishableKey, webhookUrl, webhookSecrets, directory, clock);
    }

    public Settings withClock(Clock newClock) {
        return new Settings(port, secretKey, publishableKey, webhookUrl, webhookSecrets, dataDirectory, newClock);
    }
}
