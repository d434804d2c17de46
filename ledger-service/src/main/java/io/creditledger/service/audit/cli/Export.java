package io.creditledger.service.audit.cli;

import io.creditledger.service.audit.archive.ArchiveReader;
import io.creditledger.service.audit.archive.BadArchiveException;
import io.creditledger.service.audit.archive.FolderWriter;
import io.creditledger.service.audit.archive.Manifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes all history as it is at this moment, or one account's, as lines that prove each other.",
            "It is checked while it arrives, and nothing is left behind if it does not arrive whole."
        })
final class Export implements Callable<Integer> {

    /** A ledger that is asked for all of a long history reads it once more before it sends the last lines. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String ONE_FILE = ".ndjson";

    @ParentCommand
    private @Nullable Audit audit;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Option(names = "--account", paramLabel = "ID", description = "This account alone.")
    private @Nullable String account;

    @Option(
            names = "--output",
            paramLabel = "PATH",
            required = true,
            description = "A folder to make, or one file if it ends in " + ONE_FILE + ".")
    private @Nullable Path output;

    @Override
    public Integer call() {
        Surroundings surroundings = Audit.surroundingsOf(audit);
        Path target = Audit.known(output).toAbsolutePath();
        if (Files.exists(target)) {
            throw new CouldNotRunException(target + " is there already");
        }
        try (Ledger ledger = connection.ledger(surroundings.environment(), Audit.known(spec));
                Progress progress = new Progress(surroundings)) {
            Pace pace = new Pace(progress);
            Manifest manifest = write(ledger, target, pace);
            new ArchiveAnswer(connection.json(), surroundings).fine("exported", target, manifest, pace);
            return ExitCode.FINE;
        }
    }

    private Manifest write(Ledger ledger, Path target, Pace pace) {
        String path = "/v1/audit/export" + (account == null ? "" : "?accountId=" + Audit.idOf(account));
        try (Unfinished unfinished = new Unfinished(target);
                InputStream lines = new PatientStream(ledger.lines(path), PATIENCE)) {
            Manifest manifest = copied(lines, unfinished, isOneFile(target), pace);
            unfinished.finish();
            return manifest;
        } catch (BadArchiveException bad) {
            throw new CouldNotRunException("What arrived is not what was exported: " + bad.getMessage(), bad);
        } catch (IOException failed) {
            throw new CouldNotRunException("The history did not arrive whole: " + failed.getMessage(), failed);
        }
    }

    private static boolean isOneFile(Path target) {
        return target.toString().endsWith(ONE_FILE);
    }

    private static Manifest copied(InputStream lines, Unfinished unfinished, boolean oneFile, Pace pace)
            throws IOException {
        try (OutputStream out =
                oneFile ? new BufferedOutputStream(unfinished.file()) : new FolderWriter(unfinished.folder())) {
            return ArchiveReader.read(new CopyingStream(lines, out), new AccountChains(pace));
        }
    }
}
