package io.creditledger.projections.audit;

import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.RepairOutcome;
import io.creditledger.api.audit.commands.RepairAccount;
import io.creditledger.api.audit.commands.ResumeVerification;
import io.creditledger.api.audit.commands.StartVerification;
import io.creditledger.api.audit.commands.StopVerification;
import io.creditledger.api.audit.queries.FindVerification;
import io.creditledger.api.audit.queries.FindVerifications;
import io.creditledger.api.audit.queries.VerificationView;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Pages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Takes what the audit is asked to do, and says how far that is. */
final class AuditDesk {

    private static final Cursor NEWEST = new Cursor("verifications");

    private final VerificationTable table;
    private final Repair repair;
    private final Clock clock;

    AuditDesk(VerificationTable table, Repair repair, Clock clock) {
        this.table = table;
        this.repair = repair;
        this.clock = clock;
    }

    @CommandHandler
    void handle(StartVerification command) {
        table.insert(command, clock.instant());
    }

    @CommandHandler
    boolean handle(StopVerification command) {
        return table.stop(command.verificationId());
    }

    @CommandHandler
    boolean handle(ResumeVerification command) {
        return table.resume(command.verificationId());
    }

    @CommandHandler
    RepairOutcome handle(RepairAccount command) {
        return repair.of(command.accountId());
    }

    @QueryHandler
    Optional<VerificationView> handle(FindVerification question) {
        return table.find(question.verificationId())
                .map(verification -> verification.view(table.differences(verification.number())));
    }

    /** A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    Page handle(FindVerifications question) {
        long before = NEWEST.number(question.cursor()).orElse(Long.MAX_VALUE);
        Page<Verification> page = Pages.of(
                table.newestBefore(before, question.limit() + 1),
                question.limit(),
                last -> NEWEST.at(last.number()),
                null);
        return Pages.of(
                page.items().stream()
                        .map(verification -> verification.view(List.of()))
                        .toList(),
                page.nextCursor(),
                null);
    }
}
