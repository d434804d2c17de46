package io.creditledger.service.audit.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "./ledger audit",
        description = "Looks at the history of a ledger that runs, and proves it.",
        subcommands = {Verify.class, Replay.class, Export.class, Check.class, Import.class, Status.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:a difference was found",
            "2:it could not run: the ledger is away, the key is not valid, what was asked for makes no sense"
        },
        footer = {"", "The key is taken from LEDGER_API_KEY; keys have the role auditor or operator."})
final class Audit implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private final Surroundings surroundings;

    Audit(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(known(spec).commandLine(), "which command?");
    }

    /** What the command under it has around it. */
    static Surroundings surroundingsOf(@Nullable Audit audit) {
        return known(audit).surroundings;
    }

    /** What picocli has set before it calls anything. */
    static <T> T known(@Nullable T set) {
        return Objects.requireNonNull(set);
    }

    /** An id as a part of an address. */
    static String idOf(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
