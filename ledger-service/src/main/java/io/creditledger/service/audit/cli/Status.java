package io.creditledger.service.audit.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "status",
        description = {
            "Says where each read model is, what is set aside or missing, and how the latest verification went.",
            "1 if a read model has set something aside, something is missing, or the latest verification found a difference."
        })
final class Status implements Callable<Integer> {

    @ParentCommand
    private @Nullable Audit audit;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Override
    public Integer call() {
        Surroundings surroundings = Audit.surroundingsOf(audit);
        try (Ledger ledger = connection.ledger(surroundings.environment(), Audit.known(spec))) {
            JsonNode projections = ledger.get("/v1/audit/projections").path("items");
            JsonNode latest =
                    ledger.get("/v1/audit/verifications?limit=1").path("items").path(0);
            JsonNode completeness = ledger.get("/v1/audit/completeness");
            print(projections, latest, completeness, surroundings);
            return isFine(projections, latest, completeness) ? ExitCode.FINE : ExitCode.DIFFERENCE_FOUND;
        }
    }

    private static boolean isFine(JsonNode projections, JsonNode latest, JsonNode completeness) {
        return latest.path("differenceCount").asLong(0) == 0
                && completeness.path("incompleteCount").asLong(0) == 0
                && projections
                        .valueStream()
                        .allMatch(projection ->
                                projection.path("deadLetterAccounts").asLong(0) == 0);
    }

    private void print(JsonNode projections, JsonNode latest, JsonNode completeness, Surroundings surroundings) {
        if (connection.json()) {
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            answer.set("projections", projections);
            answer.set("completeness", completeness);
            answer.set("latestVerification", latest.isObject() ? latest : null);
            surroundings.out().println(answer);
            return;
        }
        projections.forEach(projection -> surroundings.out().println(line(projection)));
        surroundings.out().println(complete(completeness));
        surroundings
                .out()
                .println(
                        latest.isObject()
                                ? "latest verification: " + Text.of(latest, "state") + ", through account "
                                        + latest.path("verifiedTo").asString("none") + ", "
                                        + Text.differences(
                                                latest.path("differenceCount").asLong(0)) + ", asked for at "
                                        + Text.of(latest, "requestedAt")
                                : "nothing has been verified yet");
    }

    private static String line(JsonNode projection) {
        return Text.of(projection, "projection") + ": "
                + (projection.path("running").asBoolean(false) ? "running" : "not running")
                + (projection.path("replaying").asBoolean(false) ? ", being made anew" : "")
                + ", " + Text.number(projection, "lagEvents") + " facts behind, "
                + Text.number(projection, "deadLetterAccounts") + " accounts set aside";
    }

    private static String complete(JsonNode completeness) {
        long missing = completeness.path("incompleteCount").asLong(0);
        String through = completeness.path("verifiedThrough").isNumber()
                ? "all is there and shown through fact " + Text.number(completeness, "verifiedThrough") + ", seen at "
                        + Text.of(completeness, "verifiedAt")
                : "whether all is there has not been seen yet";
        return missing == 0 ? through : through + "; something is missing of " + Text.number(missing) + " accounts now";
    }
}
