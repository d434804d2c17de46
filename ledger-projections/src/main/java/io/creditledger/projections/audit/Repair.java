package io.creditledger.projections.audit;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.audit.AccountRange;
import io.creditledger.api.audit.RepairOutcome;
import io.creditledger.api.audit.queries.StoredAccount;
import io.creditledger.projections.audit.Rebuilding.Impossible;
import io.creditledger.projections.platform.ReadModelTable;
import io.creditledger.projections.platform.Shadow;
import io.creditledger.projections.platform.ShadowModel;
import io.creditledger.projections.platform.Shadows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the rows of one account anew from its facts, and puts them in place of those that are there. */
final class Repair {

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);
    private static final int BATCH = 2_000;

    private final Shadows shadows;
    private final History history;
    private final StoredAccounts accounts;

    Repair(Shadows shadows, History history, StoredAccounts accounts) {
        this.shadows = shadows;
        this.history = history;
        this.accounts = accounts;
    }

    /** What comes last, in the transaction that exchanges the rows. */
    interface LastStep {

        /**
         * Does it.
         *
         * @param facts how many were replayed
         */
        void in(JdbcTemplate transaction, long facts);
    }

    /** Repairs an account, or changes nothing. */
    RepairOutcome of(AccountId accountId) {
        List<StoredAccount> found = accounts.page(AccountRange.only(accountId), null, 1);
        if (found.isEmpty()) {
            return RepairOutcome.NO_SUCH_ACCOUNT;
        }
        try {
            exchange(found.getFirst(), shadows.names(), (_, _) -> {});
            return RepairOutcome.REPAIRED;
        } catch (Impossible broken) {
            LOG.warn("Account {} can't be repaired: {}", accountId, broken.getMessage());
            return RepairOutcome.HISTORY_BROKEN;
        }
    }

    /**
     * Makes the rows of an account anew and exchanges them, or changes nothing.
     *
     * @param models the names of the read models whose rows they are
     * @throws Impossible when its facts do not make any rows
     */
    void exchange(AccountId accountId, Set<String> models, LastStep lastStep) {
        List<StoredAccount> found = accounts.page(AccountRange.only(accountId), null, 1);
        if (found.isEmpty()) {
            throw new Impossible("there is no account " + accountId);
        }
        exchange(found.getFirst(), models, lastStep);
    }

    private void exchange(StoredAccount account, Set<String> models, LastStep lastStep) {
        List<ShadowModel.Fault> faults = new ArrayList<>();
        try (Shadow shadow = shadows.open(models, faults::add)) {
            long before = replay(shadow, account.accountId(), 0, account.revision());
            // While the rows are locked, no fact can be applied to them: what came meanwhile is few.
            shadow.inTransaction(() -> {
                shadow.models().forEach(model -> model.lock(account.accountId()));
                long since =
                        replay(shadow, account.accountId(), account.revision() + 1, shown(shadow, account.accountId()));
                requireWhole(faults);
                shadow.models().forEach(model -> exchange(shadow.jdbc(), model, account.accountId()));
                lastStep.in(shadow.jdbc(), before + since);
            });
        }
    }

    private long replay(Shadow shadow, String account, long from, long to) {
        Map<String, ToLongFunction<String>> upTo = new HashMap<>();
        shadow.models().forEach(model -> upTo.put(model.name(), _ -> to));
        List<DomainEventMessage<?>> batch = new ArrayList<>(BATCH);
        ReadFacts read = history.read(account, from, to, fact -> {
            batch.add(fact);
            if (batch.size() == BATCH) {
                shadow.replay(batch, upTo);
                batch.clear();
            }
        });
        shadow.replay(batch, upTo);
        if (read.broken() != null) {
            throw new Impossible("account " + account + ": " + read.broken().subject());
        }
        return read.count();
    }

    private static long shown(Shadow shadow, String account) {
        return shadow.models().stream()
                .mapToLong(model -> model.shown(List.of(account)).getOrDefault(account, -1L))
                .max()
                .orElse(-1);
    }

    private static void requireWhole(List<ShadowModel.Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Impossible("a fact can't be applied: " + faults.getFirst());
        }
    }

    private static void exchange(JdbcTemplate jdbc, ShadowModel model, String account) {
        for (ReadModelTable table : model.tables()) {
            if (table.hasOneRowEach()) {
                exchangeRow(jdbc, table, account);
            } else {
                jdbc.update("delete from " + table.stored() + " where account_id = ?", account);
                insert(jdbc, table, account, "");
            }
        }
        jdbc.update(
                "delete from projections.dead_letter where processing_group = ? and sequence_identifier = ?",
                model.name(),
                account);
    }

    /** Whoever waits for the row to apply the next fact must find that same row afterwards: it is changed, not exchanged. */
    private static void exchangeRow(JdbcTemplate jdbc, ReadModelTable table, String account) {
        String columns = String.join(", ", table.columns());
        String made = table.columns().stream().map("excluded."::concat).collect(Collectors.joining(", "));
        int rows = insert(
                jdbc, table, account, " on conflict (account_id) do update set (" + columns + ") = row (" + made + ")");
        if (rows == 0) {
            jdbc.update("delete from " + table.stored() + " where account_id = ?", account);
        }
    }

    private static int insert(JdbcTemplate jdbc, ReadModelTable table, String account, String otherwise) {
        return jdbc.update(
                "insert into " + table.stored() + " select * from " + table.shadow() + " where account_id = ?"
                        + otherwise,
                account);
    }
}
