package io.creditledger.service.audit.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs the commands of an audit. */
public final class AuditCommandLine {

    /** The first word of a command line that is one of these. */
    public static final String NAME = "audit";

    /** Set by whoever knows better than Java whether a person watches standard error. */
    private static final String TERMINAL = "ledger.audit.terminal";

    private AuditCommandLine() {}

    /**
     * Runs one command with the streams and the environment of this process.
     *
     * @param arguments what follows after {@value #NAME}
     * @return 0 when all is fine, 1 when a difference was found, 2 when it could not run
     */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(new Surroundings(System.getenv(), out, err, isWatched()), arguments);
    }

    private static boolean isWatched() {
        String told = System.getProperty(TERMINAL);
        return told != null
                ? Boolean.parseBoolean(told)
                : Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    static int run(Surroundings surroundings, String... arguments) {
        int code = withHelp(new CommandLine(new Audit(surroundings)))
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure, parsed, surroundings))
                .execute(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private static CommandLine withHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Says this.")
                        .build());
        command.getSubcommands().values().forEach(AuditCommandLine::withHelp);
        return command;
    }

    private static int told(Exception failure, @Nullable ParseResult parsed, Surroundings surroundings) {
        String reason = failure instanceof CouldNotRunException known
                ? String.valueOf(known.getMessage())
                : "failed unexpectedly: " + Text.harmless(failure.toString());
        surroundings.err().println("ledger audit: " + reason);
        if (wantsJson(parsed)) {
            surroundings.out().println(json(failure, reason));
        }
        return ExitCode.COULD_NOT_RUN;
    }

    private static boolean wantsJson(@Nullable ParseResult parsed) {
        return parsed != null
                && (parsed.hasMatchedOption("--json") || (parsed.hasSubcommand() && wantsJson(parsed.subcommand())));
    }

    /** The ledger's own problem, or one of the same shape. */
    private static JsonNode json(Exception failure, String reason) {
        if (failure instanceof CouldNotRunException known && known.problem() != null) {
            return known.problem();
        }
        ObjectNode problem = JsonMapper.shared().createObjectNode();
        problem.put("title", "The command could not run");
        problem.put("detail", reason);
        return problem;
    }

    /** Whether a command line of the application is one for here. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** What follows after the word by which it is known. */
    public static String[] following(String... arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}
