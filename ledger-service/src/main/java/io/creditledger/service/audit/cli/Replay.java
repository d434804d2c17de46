package io.creditledger.service.audit.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "replay",
        description = {
            "Makes read models anew from the first fact, beside those that are shown, and exchanges them when all is there.",
            "Ctrl-C ends this command; the ledger goes on."
        })
final class Replay implements Callable<Integer> {

    private static final String PATH = "/v1/audit/rebuilds";

    @ParentCommand
    private @Nullable Audit audit;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--projection", paramLabel = "NAME", description = "This read model alone.")
    private @Nullable String projection;

    @Option(names = "--account", paramLabel = "ID", description = "This account alone.")
    private @Nullable String account;

    @Override
    public Integer call() {
        Surroundings surroundings = Audit.surroundingsOf(audit);
        try (Ledger ledger = connection.ledger(surroundings.environment(), Audit.known(spec))) {
            JsonNode begun = ledger.post(PATH, request());
            String id = Text.of(begun, "rebuildId");
            surroundings.err().println("rebuild " + id);
            JsonNode ended = new LongRun(ledger, PATH + "/" + Audit.idOf(id), surroundings).end(begun);
            print(ended, surroundings);
            return Text.of(ended, "state").equals("switched") ? ExitCode.FINE : ExitCode.COULD_NOT_RUN;
        }
    }

    private ObjectNode request() {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        if (projection != null) {
            request.put("projection", projection);
        }
        if (account != null) {
            request.put("accountId", account);
        }
        return request;
    }

    private void print(JsonNode ended, Surroundings surroundings) {
        if (connection.json()) {
            surroundings.out().println(ended);
            return;
        }
        surroundings
                .out()
                .println(Text.of(ended, "state") + ": " + Text.number(ended, "events") + " facts, "
                        + Text.number(ended, "eventsPerSecond") + " a second");
        if (ended.path("failure").isString()) {
            surroundings.out().println("failure: " + Text.of(ended, "failure"));
        }
    }
}
