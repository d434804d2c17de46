package io.creditledger.service.account;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.BookDueLots;
import io.creditledger.api.account.queries.FindDueAccounts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what time has done to accounts that nobody asks anything of, so that their balances show it. Nothing depends on it being
 * on time: decisions book for themselves. Twice, or on two nodes, does no harm, since what is booked is not due any more.
 */
public final class WhenLotsFallDueThenBookThem {

    private static final Logger log = LoggerFactory.getLogger(WhenLotsFallDueThenBookThem.class);

    private static final int ACCOUNTS_AT_A_TIME = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final QueryGateway queries;
    private final CommandGateway commands;
    private final DecisionClock clock;

    public WhenLotsFallDueThenBookThem(QueryGateway queries, CommandGateway commands, DecisionClock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** One round: the accounts that are due now, up to a bound. What is left is due in the next. */
    public void round() {
        try {
            List<AccountId> due = queries.query(
                            new FindDueAccounts(clock.instant(), ACCOUNTS_AT_A_TIME),
                            ResponseTypes.multipleInstancesOf(AccountId.class))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            CompletableFuture.allOf(due.stream()
                            .map(account -> commands.send(new BookDueLots(account)))
                            .toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            log.warn("Lots that fell due could not be booked, the next round tries again: {}", failure.toString());
        }
    }
}
