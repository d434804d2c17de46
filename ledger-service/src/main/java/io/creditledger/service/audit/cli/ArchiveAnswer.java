package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.BadArchiveException;
import io.creditledger.service.audit.archive.Manifest;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells what has become of an archive. */
record ArchiveAnswer(boolean json, Surroundings surroundings) {

    void fine(String state, Path path, Manifest manifest, Pace pace) {
        if (json) {
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            answer.put("state", state);
            answer.put("path", path.toString());
            answer.put("events", manifest.facts());
            answer.put("eventsPerSecond", pace.perSecond());
            answer.put("refusals", manifest.refusals());
            answer.put("accounts", manifest.accounts());
            answer.put("firstPosition", manifest.firstPosition());
            answer.put("lastPosition", manifest.lastPosition());
            answer.put("exportedAt", manifest.exportedAt().toString());
            surroundings.out().println(answer);
        } else {
            surroundings
                    .out()
                    .println(state + ": " + Text.number(manifest.facts()) + " facts of "
                            + Text.number(manifest.accounts()) + " accounts, positions " + manifest.firstPosition()
                            + " through " + manifest.lastPosition() + ", and " + Text.number(manifest.refusals())
                            + " refusals; " + Text.number(pace.perSecond()) + " facts a second");
        }
    }

    void refused(BadArchiveException bad) {
        if (json) {
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            answer.put("state", "refused");
            answer.put("file", bad.place().file());
            answer.put("line", bad.place().line());
            answer.put("reason", bad.reason());
            surroundings.out().println(answer);
        } else {
            surroundings.out().println("refused: " + Text.harmless(bad.place() + " " + bad.reason()));
        }
    }
}
