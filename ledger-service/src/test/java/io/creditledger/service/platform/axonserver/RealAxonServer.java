package io.creditledger.service.platform.axonserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Lets tests of a real Axon Server run when one is named: empty, reached without a token, and thrown away afterwards, since
 * nothing deletes what they store. Where none is named but there is Docker, one is started that lives as long as the tests. Otherwise
 * it says why they were skipped.
 */
public final class RealAxonServer implements ExecutionCondition {

    private static final String NAME = "LEDGER_TEST_AXON_SERVER";
    private static final int GRPC = 8124;
    private static final int HTTP = 8024;
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");
    private static final Pattern IMAGE = Pattern.compile("image: (axoniq/axonserver:\\S+)");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (named() != null) {
            return ConditionEvaluationResult.enabled(NAME + " names one");
        }
        if (Docker.IS_THERE) {
            return ConditionEvaluationResult.enabled("Docker is there");
        }
        String reason = context.getDisplayName() + " is skipped: no " + NAME
                + "=host:port names a real Axon Server, and there is no Docker to start one";
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    /** Its address; where there is none, one at which nothing answers. */
    public static String address() {
        String named = named();
        if (named != null) {
            return named;
        }
        return Docker.IS_THERE ? Started.ADDRESS : "localhost:1";
    }

    private static @Nullable String named() {
        String address = System.getenv(NAME);
        return address == null || address.isBlank() ? null : address;
    }

    /** Looked for once, since that takes a moment. */
    private static final class Docker {

        private static final boolean IS_THERE = DockerClientFactory.instance().isDockerAvailable();
    }

    /** The one for all tests of this process, which Testcontainers removes when it ends. */
    private static final class Started {

        private static final String ADDRESS = start();

        private static String start() {
            GenericContainer<?> server = new GenericContainer<>(DockerImageName.parse(image()))
                    .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                    .withEnv("AXONIQ_AXONSERVER_HOSTNAME", "localhost")
                    .withExposedPorts(GRPC, HTTP)
                    .waitingFor(Wait.forHttp("/actuator/health").forPort(HTTP));
            server.start();
            return server.getHost() + ":" + server.getMappedPort(GRPC);
        }

        /** The version that people are told to run. */
        private static String image() {
            try {
                return IMAGE.matcher(Files.readString(COMPOSE))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .findFirst()
                        .orElseThrow();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
