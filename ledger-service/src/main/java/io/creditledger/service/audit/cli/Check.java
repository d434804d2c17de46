package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.BadArchiveException;
import io.creditledger.service.audit.archive.Manifest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "check",
        description = "Reads an archive and says whether it is as it was exported, without a ledger; 1 if it is not.")
final class Check implements Callable<Integer> {

    @ParentCommand
    private @Nullable Audit audit;

    @Parameters(index = "0", paramLabel = "PATH", description = "The folder or the file.")
    private @Nullable Path path;

    @Option(names = "--json", description = "Answers with one JSON object on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Surroundings surroundings = Audit.surroundingsOf(audit);
        Path archive = Audit.known(path);
        ArchiveAnswer answer = new ArchiveAnswer(json, surroundings);
        try (Progress progress = new Progress(surroundings)) {
            Pace pace = new Pace(progress);
            Manifest manifest = new ArchivePath(archive).check(new AccountChains(pace));
            answer.fine("fine", archive, manifest, pace);
            return ExitCode.FINE;
        } catch (BadArchiveException bad) {
            answer.refused(bad);
            return ExitCode.DIFFERENCE_FOUND;
        }
    }
}
