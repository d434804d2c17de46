package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.RebuildStart;
import io.creditledger.api.audit.commands.StartRebuild;
import io.creditledger.api.audit.commands.StopRebuild;
import io.creditledger.api.audit.queries.FindRebuild;
import io.creditledger.api.audit.queries.FindRebuilds;
import io.creditledger.api.audit.queries.RebuildView;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.projections.platform.Cursor;
import io.creditledger.projections.platform.Pages;
import io.creditledger.projections.platform.Shadows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Takes rebuilds that are asked for, and says how far they are. */
final class RebuildDesk {

    private static final Cursor NEWEST = new Cursor("rebuilds");

    private final RebuildTable table;
    private final Shadows shadows;
    private final History history;
    private final StoredAccounts accounts;
    private final Clock clock;

    RebuildDesk(RebuildTable table, Shadows shadows, History history, StoredAccounts accounts, Clock clock) {
        this.table = table;
        this.shadows = shadows;
        this.history = history;
        this.accounts = accounts;
        this.clock = clock;
    }

    @CommandHandler
    RebuildStart handle(StartRebuild command) {
        String projection = command.projection();
        if (projection != null && !shadows.names().contains(projection)) {
            return RebuildStart.NO_SUCH_PROJECTION;
        }
        AccountId account = command.accountId();
        if (account == null) {
            return start(command, history.length());
        }
        List<StoredAccount> found = accounts.page(AccountRange.only(account), null, 1);
        return found.isEmpty()
                ? RebuildStart.NO_SUCH_ACCOUNT
                : start(command, found.getFirst().facts());
    }

    private RebuildStart start(StartRebuild command, long expectedFacts) {
        return table.insert(command, expectedFacts, clock.instant())
                ? RebuildStart.STARTED
                : RebuildStart.ANOTHER_UNDER_WAY;
    }

    @CommandHandler
    boolean handle(StopRebuild command) {
        return table.stop(command.rebuildId(), clock.instant());
    }

    @QueryHandler
    Optional<RebuildView> handle(FindRebuild question) {
        return table.find(question.rebuildId()).map(Rebuild::view);
    }

    /** A raw type: Axon does not take one with type arguments for an instance of its class. */
    @SuppressWarnings("rawtypes")
    @QueryHandler
    Page handle(FindRebuilds question) {
        long before = NEWEST.number(question.cursor()).orElse(Long.MAX_VALUE);
        Page<Rebuild> page = Pages.of(
                table.newestBefore(before, question.limit() + 1),
                question.limit(),
                last -> NEWEST.at(last.number()),
                null);
        return Pages.of(page.items().stream().map(Rebuild::view).toList(), page.nextCursor(), null);
    }
}
