package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.BadArchiveException;
import io.creditledger.service.audit.archive.Manifest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Makes an archive the history of a ledger that has none: all of it or nothing.",
            "It is checked here before any of it is sent; 1 if it is not as it was exported.",
            "A ledger with a demo account has a history: start it with LEDGER_DEMO=false."
        })
final class Import implements Callable<Integer> {

    /** All of it is sent and stored in this time, or the connection is given up. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    @ParentCommand
    private @Nullable Audit audit;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Parameters(index = "0", paramLabel = "PATH", description = "The folder or the file.")
    private @Nullable Path path;

    @Override
    public Integer call() {
        Surroundings surroundings = Audit.surroundingsOf(audit);
        ArchivePath archive = new ArchivePath(Audit.known(path));
        ArchiveAnswer answer = new ArchiveAnswer(connection.json(), surroundings);
        try (Ledger ledger = connection.ledger(surroundings.environment(), Audit.known(spec));
                Progress progress = new Progress(surroundings)) {
            Manifest manifest = archive.check(new AccountChains(new Pace(progress)));
            surroundings.err().println("it is as it was exported; sending it");
            Pace pace = new Pace(progress);
            ledger.post(
                    "/v1/audit/imports",
                    BodyPublishers.ofInputStream(() -> new CountingLines(archive.openUnchecked(), pace)),
                    PATIENCE);
            answer.fine("imported", archive.path(), manifest, pace);
            return ExitCode.FINE;
        } catch (BadArchiveException bad) {
            answer.refused(bad);
            return ExitCode.DIFFERENCE_FOUND;
        }
    }
}
