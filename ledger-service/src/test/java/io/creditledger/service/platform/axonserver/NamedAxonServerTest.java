package io.creditledger.service.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class NamedAxonServerTest {

    @Test
    void turnsAxonServerOnWhenOneIsNamed() {
        StandardEnvironment environment = environment(" axon-1:8124,axon-2:8124 ");

        assertThat(environment.getProperty("axon.axonserver.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("axon.axonserver.servers")).isEqualTo("axon-1:8124,axon-2:8124");
    }

    @Test
    void leavesEverythingAsItIsOtherwise() {
        assertThat(environment(" ").getProperty("axon.axonserver.enabled")).isEqualTo("false");
    }

    private static StandardEnvironment environment(String named) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "application.yaml", Map.of("axon.axonserver.enabled", "false", "ledger.axon-server", named)));
        new NamedAxonServer().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
