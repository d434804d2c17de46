package io.creditledger.service.audit.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "verify",
        description = {
            "Replays the history from its first fact and compares it with what everybody is shown.",
            "Ctrl-C stops the verification; what it has done is kept, and --resume goes on from there."
        })
final class Verify implements Callable<Integer> {

    private static final String PATH = "/v1/audit/verifications";

    @ParentCommand
    private @Nullable Audit audit;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--account", paramLabel = "ID", description = "This account alone.")
    private @Nullable String account;

    @Option(names = "--from", paramLabel = "ID", description = "From this account on, in the order of their ids.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "ID", description = "Up to this account.")
    private @Nullable String to;

    @Option(
            names = "--max-events-per-second",
            paramLabel = "N",
            description = "No faster than this; without it as fast as it goes, but gently while commands come in.")
    private @Nullable Long maxEventsPerSecond;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "Goes on with a verification that was stopped or failed.")
    private @Nullable String resume;

    @Override
    public Integer call() {
        Surroundings surroundings = Audit.surroundingsOf(audit);
        CommandSpec command = Audit.known(spec);
        ObjectNode request = request(command);
        try (Ledger ledger = connection.ledger(surroundings.environment(), command)) {
            JsonNode begun = resume == null
                    ? ledger.post(PATH, request)
                    : ledger.post(PATH + "/" + Audit.idOf(resume) + "/resumption", null);
            String id = Text.of(begun, "verificationId");
            JsonNode ended = watch(ledger, id, begun, surroundings);
            print(ended, surroundings);
            return exitCode(ended);
        }
    }

    private ObjectNode request(CommandSpec command) {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        put(request, "accountId", account);
        put(request, "fromAccountId", from);
        put(request, "toAccountId", to);
        if (maxEventsPerSecond != null) {
            request.put("maxEventsPerSecond", maxEventsPerSecond);
        }
        if (resume != null && !request.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "--resume goes on with what was asked for then, and takes no other option");
        }
        return request;
    }

    private static void put(ObjectNode request, String field, @Nullable String value) {
        if (value != null) {
            request.put(field, value);
        }
    }

    private static JsonNode watch(Ledger ledger, String id, JsonNode begun, Surroundings surroundings) {
        try (WhenInterrupted _ = new WhenInterrupted(() -> stop(ledger, id, surroundings))) {
            // Not before: whoever reads it may press Ctrl-C at once.
            surroundings.err().println("verification " + id);
            return new LongRun(ledger, PATH + "/" + id, surroundings).end(begun);
        }
    }

    private static void stop(Ledger ledger, String id, Surroundings surroundings) {
        String told;
        try {
            ledger.post(PATH + "/" + id + "/stop", null);
            told = "stopped; './ledger audit verify --resume " + id + "' goes on";
        } catch (CouldNotRunException failed) {
            told = failed.isConflict() ? "it had ended already" : "could not stop it: " + failed.getMessage();
        }
        surroundings.err().println();
        surroundings.err().println(told);
        surroundings.err().flush();
    }

    private static int exitCode(JsonNode ended) {
        if (ended.path("differenceCount").asLong(0) > 0) {
            return ExitCode.DIFFERENCE_FOUND;
        }
        return Text.of(ended, "state").equals("completed") ? ExitCode.FINE : ExitCode.COULD_NOT_RUN;
    }

    private void print(JsonNode ended, Surroundings surroundings) {
        if (connection.json()) {
            surroundings.out().println(ended);
            return;
        }
        String state = Text.of(ended, "state");
        surroundings
                .out()
                .println(state + ": " + Text.number(ended, "accounts") + " accounts, " + Text.number(ended, "events")
                        + " facts, " + Text.number(ended, "eventsPerSecond") + " a second");
        if (ended.path("failure").isString()) {
            surroundings.out().println("failure: " + Text.of(ended, "failure"));
        }
        if (!state.equals("completed")) {
            surroundings.out().println("to go on: verify --resume " + Text.of(ended, "verificationId"));
        }
        printDifferences(ended, surroundings);
    }

    private static void printDifferences(JsonNode ended, Surroundings surroundings) {
        long count = ended.path("differenceCount").asLong(0);
        surroundings.out().println(Text.differences(count));
        JsonNode listed = ended.path("differences");
        listed.forEach(difference -> surroundings.out().println(line(difference)));
        if (listed.size() < count) {
            surroundings.out().println("and " + Text.number(count - listed.size()) + " more, which are only counted");
        }
    }

    private static String line(JsonNode difference) {
        return "account " + Text.of(difference, "accountId")
                + "  revision " + difference.path("revision").asString("-")
                + "  " + Text.of(difference, "projection")
                + "  " + Text.of(difference, "subject")
                + ": expected " + Text.harmless(difference.path("expected").toString())
                + ", is " + Text.harmless(difference.path("actual").toString());
    }
}
