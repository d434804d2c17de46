package io.creditledger.service.platform.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** What a process does follows from words of whoever runs it. */
class RolesOfThisProcessTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whoSaysNothingGetsAllOfIt(String nothing) {
        assertThat(RolesOfThisProcess.parse(nothing)).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void someMayBeNamed() {
        assertThat(RolesOfThisProcess.parse("projections")).containsExactly(Role.PROJECTIONS);
        assertThat(RolesOfThisProcess.parse("http, commands")).containsExactlyInAnyOrder(Role.HTTP, Role.COMMANDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"projection", "HTTP", "http,", "http;commands"})
    void whatIsNoRoleIsRefusedWithThoseThatThereAre(String words) {
        assertThatThrownBy(() -> RolesOfThisProcess.parse(words))
                .isInstanceOf(WrongRolesException.class)
                .hasMessageContaining("there are http, commands, projections, automation");
    }

    /** Commands are sent where they are decided, as long as nothing carries them elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "automation", "http,projections"})
    void whoSendsCommandsDecidesThem(String words) {
        MockEnvironment environment = new MockEnvironment().withProperty("ledger.roles", words);
        RolesOfThisProcess roles = new RolesOfThisProcess();

        assertThatThrownBy(() -> roles.postProcessEnvironment(environment, new SpringApplication()))
                .isInstanceOf(WrongRolesException.class)
                .hasMessageContaining("needs commands");

        environment.setProperty("ledger.axon-server", "axon.example:8124");
        assertThatCode(() -> roles.postProcessEnvironment(environment, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    @Test
    void eachRoleIsAPropertyThatIsTrueOrFalse() {
        MockEnvironment environment = new MockEnvironment().withProperty("ledger.roles", "projections");

        new RolesOfThisProcess().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty(Role.HTTP_PROPERTY)).isEqualTo("false");
        assertThat(environment.getProperty("ledger.role.projections")).isEqualTo("true");
    }
}
