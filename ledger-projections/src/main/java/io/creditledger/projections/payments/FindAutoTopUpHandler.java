package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.queries.AutoTopUpView;
import io.creditledger.api.purchase.queries.AutoTopUpView.State;
import io.creditledger.api.purchase.queries.FindAutoTopUp;
import io.creditledger.projections.platform.Freshness;
import io.creditledger.projections.platform.Reached;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers whether and how an account buys credits by itself. What that has cost in the present month is summed up when somebody
 * asks: no fact says that a month is over, so no row could know.
 */
@Component
class FindAutoTopUpHandler {

    private final PaymentsProjection projection;
    private final PaymentTables tables;
    private final Freshness freshness;
    private final Clock clock;

    FindAutoTopUpHandler(
            PaymentsProjection projection, PaymentTables tables, Freshness freshness, ObjectProvider<Clock> clock) {
        this.projection = projection;
        this.tables = tables;
        this.freshness = freshness;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @QueryHandler
    Optional<AutoTopUpView> find(FindAutoTopUp question) {
        return freshness
                .await(
                        projection,
                        question.accountId(),
                        question.minRevision(),
                        () -> projection.progress().of(question.accountId()),
                        Reached::revision)
                .map(reached -> tables.autoTopUps()
                        .find(question.accountId())
                        .map(topUp -> on(topUp, reached))
                        .orElseGet(() -> off(question.accountId(), reached)));
    }

    private AutoTopUpView on(AutoTopUp topUp, Reached reached) {
        return new AutoTopUpView(
                topUp.pausedReason() == null ? State.ON : State.PAUSED,
                topUp.threshold().amount(),
                topUp.packageId(),
                topUp.monthlyLimit(),
                spentThisMonth(topUp),
                topUp.pausedReason(),
                topUp.failure(),
                topUp.nextAttemptAt(),
                tables.purchases().openTopUp(topUp.account()).orElse(null),
                reached.revision(),
                reached.asOf());
    }

    private AutoTopUpView off(AccountId account, Reached reached) {
        return new AutoTopUpView(
                State.OFF,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                tables.purchases().openTopUp(account).orElse(null),
                reached.revision(),
                reached.asOf());
    }

    private Price spentThisMonth(AutoTopUp topUp) {
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        Price limit = topUp.monthlyLimit();
        return limit.of(tables.purchases()
                .spentOnTopUps(topUp.account(), start(month), start(month.plusMonths(1)), limit.currency()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
