package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code projections.payments_auto_top_up}: the accounts that buy by themselves. */
@Component
class AutoTopUpsTable {

    private static final String WRITE = """
            insert into payments_auto_top_up as top_up
                (account_id, threshold, package_id, limit_amount, limit_currency, paused_reason, failure_code,
                 failure_decline_code, failure_message, next_attempt_at)
            select account_id, threshold, package_id, limit_amount, limit_currency, paused_reason, failure_code,
                   failure_decline_code, failure_message, timestamptz 'epoch' + next_micros * interval '1 microsecond'
            from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::bigint[])
                as change(account_id, threshold, package_id, limit_amount, limit_currency, paused_reason, failure_code,
                          failure_decline_code, failure_message, next_micros)
            on conflict (account_id) do update
            set threshold = excluded.threshold,
                package_id = excluded.package_id,
                limit_amount = excluded.limit_amount,
                limit_currency = excluded.limit_currency,
                paused_reason = excluded.paused_reason,
                failure_code = excluded.failure_code,
                failure_decline_code = excluded.failure_decline_code,
                failure_message = excluded.failure_message,
                next_attempt_at = excluded.next_attempt_at
            """;

    private static final String DELETE = "delete from payments_auto_top_up where account_id = any(?::text[])";

    private static final String SELECT_ONE = """
            select account_id, threshold, package_id, limit_amount, limit_currency, paused_reason, failure_code,
                   failure_decline_code, failure_message, next_attempt_at
            from payments_auto_top_up
            where account_id = ?
            """;

    private final JdbcTemplate jdbc;

    AutoTopUpsTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    void write(List<AutoTopUp> topUps) {
        if (topUps.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                WRITE,
                Columns.texts(topUps, AutoTopUp::accountId),
                Columns.longs(topUps, topUp -> topUp.threshold().amount()),
                Columns.texts(topUps, AutoTopUp::packageId),
                Columns.longs(topUps, topUp -> topUp.monthlyLimit().amount()),
                Columns.texts(topUps, topUp -> topUp.monthlyLimit().currency()),
                Columns.optionalLongs(
                        topUps,
                        topUp -> topUp.pausedReason() == null ? null : (long) StoredNumber.of(topUp.pausedReason())),
                Columns.texts(topUps, topUp -> FailureColumns.code(topUp.failure())),
                Columns.texts(topUps, topUp -> FailureColumns.declineCode(topUp.failure())),
                Columns.texts(topUps, topUp -> FailureColumns.message(topUp.failure())),
                Columns.optionalLongs(topUps, topUp -> Columns.optionalMicros(topUp.nextAttemptAt())));
    }

    void delete(List<AccountId> accounts) {
        if (!accounts.isEmpty()) {
            Columns.write(jdbc, DELETE, (Object) Columns.texts(accounts, AccountId::value));
        }
    }

    Optional<AutoTopUp> find(AccountId account) {
        return jdbc.query(SELECT_ONE, (row, _) -> AutoTopUp.stored(row), account.value()).stream()
                .findFirst();
    }

    void clear() {
        jdbc.execute("truncate table payments_auto_top_up");
    }
}
