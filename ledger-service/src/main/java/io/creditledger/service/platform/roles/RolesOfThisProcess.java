package io.creditledger.service.platform.roles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code ledger.roles}, words separated by commas, into a property for each role, before anything is made that depends on it.
 * Found by Spring Boot through its list of factories.
 */
final class RolesOfThisProcess implements EnvironmentPostProcessor, Ordered {

    static final String ROLES = "ledger.roles";

    /** Which carries commands to whoever decides them. */
    private static final String AXON_SERVER = "ledger.axon-server";

    /** After the files of settings are read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Set<Role> roles = parse(environment.getProperty(ROLES, ""));
        if (environment.getProperty(AXON_SERVER, "").isBlank()) {
            requireCommandsWhereTheyAreSent(roles);
        }
        Map<String, Object> properties = Arrays.stream(Role.values())
                .collect(Collectors.toMap(Role::property, role -> (Object) roles.contains(role)));
        environment.getPropertySources().addFirst(new MapPropertySource("roles", properties));
    }

    /**
     * The roles that are named; all of them when none is.
     *
     * @throws WrongRolesException when a word is no role
     */
    static Set<Role> parse(String words) {
        if (words.isBlank()) {
            return EnumSet.allOf(Role.class);
        }
        Map<String, Role> byWord =
                Arrays.stream(Role.values()).collect(Collectors.toMap(Role::word, Function.identity()));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split(",", -1)) {
            Role role = byWord.get(word.strip());
            if (role == null) {
                throw new WrongRolesException(
                        "\"" + word.strip() + "\" is no role: there are http, commands, projections," + " automation");
            }
            roles.add(role);
        }
        return roles;
    }

    private static void requireCommandsWhereTheyAreSent(Set<Role> roles) {
        boolean sends = roles.contains(Role.HTTP) || roles.contains(Role.AUTOMATION);
        if (sends && !roles.contains(Role.COMMANDS)) {
            throw new WrongRolesException(
                    "a process with the role http or automation needs commands as well: it sends them");
        }
    }
}
