package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import io.creditledger.service.access.Access;
import io.creditledger.service.access.Caller;
import io.creditledger.service.platform.http.HttpProperties;
import io.creditledger.service.platform.http.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** The event streams that are open: so many and no more, and none that holds up a shutdown. */
@Component
class AccountStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountStreams.class);

    private final AccountQueries queries;
    private final QueryGateway gateway;
    private final JsonMapper json;
    private final HttpProperties properties;
    private final StreamPlaces places;
    private final Access access;
    private final Set<AccountStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    AccountStreams(
            AccountQueries queries, QueryGateway gateway, JsonMapper json, HttpProperties properties, Access access) {
        this.queries = queries;
        this.gateway = gateway;
        this.json = json;
        this.properties = properties;
        this.places = new StreamPlaces(properties);
        this.access = access;
    }

    /**
     * Serves one reader, until it leaves or the service stops.
     *
     * @param caller who reads; the stream ends when its key or token does
     * @param resumeAfter the revision that the reader has seen last; null if it has seen nothing
     */
    void serve(AccountId account, Caller caller, @Nullable Long resumeAfter, HttpServletResponse response)
            throws IOException {
        places.take(account, caller);
        try {
            serve(new AccountStream(
                    account,
                    known(account, resumeAfter),
                    queries,
                    () -> mayGoOn(caller),
                    new EventWriter(response, json),
                    properties.streamHeartbeat(),
                    properties.streamPoll()));
        } finally {
            places.giveBack(account, caller);
        }
    }

    /** What can't be looked up is left for the next time: its end is known without looking. */
    private boolean mayGoOn(Caller caller) {
        Instant expiresAt = caller.expiresAt();
        if (expiresAt != null && !Instant.now().isBefore(expiresAt)) {
            return false;
        }
        try {
            return access.stillHolds(caller);
        } catch (DataAccessException unreachable) {
            LOG.warn(
                    "Whether {} may follow a stream still could not be looked up: {}",
                    caller.actor(),
                    unreachable.toString());
            return true;
        }
    }

    private void serve(AccountStream stream) throws IOException {
        open.add(stream);
        SubscriptionQueryResult<Optional<BalanceView>, BalanceView> balances = gateway.subscriptionQuery(
                new FindBalance(stream.account(), null),
                ResponseTypes.optionalInstanceOf(BalanceView.class),
                ResponseTypes.instanceOf(BalanceView.class));
        // An update only says that there is news: a reader that is slow never has a queue behind it.
        Disposable subscription = balances.updates().subscribe(_ -> stream.wakeUp(), _ -> stream.wakeUp());
        try {
            // Looked at after the stream was added: one of us sees the other, and no stream outlives the stop.
            if (!running) {
                throw Problem.unavailable("the service is stopping").asException();
            }
            stream.run();
        } finally {
            subscription.dispose();
            balances.cancel();
            open.remove(stream);
        }
    }

    /** A revision that the account never came to is from another life of the database: there is nothing to resume. */
    private @Nullable Long known(AccountId account, @Nullable Long resumeAfter) {
        return resumeAfter == null || queries.facts(account, resumeAfter, 1).isEmpty() ? null : resumeAfter;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: a stream never would. */
    @Override
    public void stop() {
        running = false;
        open.forEach(AccountStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Once nobody is sent here any more: a reader that comes back is sent elsewhere. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
