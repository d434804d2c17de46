package io.creditledger.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.Granularity;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.UsageSeries;
import io.creditledger.api.account.queries.WebsiteLine;
import io.creditledger.api.purchase.PurchaseId;
import io.creditledger.api.purchase.queries.PurchaseView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger, over HTTP. Safe for use by many threads; one for a process is enough.
 *
 * <p>Every call is sent until it is answered, within limits: again after a lost connection, a time-out, and where the ledger or
 * what stands before it says "not now" (429, 502, 503, 504), and never after any other answer. All attempts of a call that moves
 * credits have the same idempotency key, so that it takes effect once. Every call throws {@link Refused} if the ledger says no,
 * and {@link Unanswered} if it can't be heard in time or the thread is interrupted, which then stays so.
 */
public final class Ledger implements AutoCloseable {

    private static final int PAGE = 200;

    private final Wire wire;
    private final Retries retries;
    private final Following.Terms terms;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record AccountDetails(
            @Nullable String displayName, @Nullable Metadata metadata) {}

    private Ledger(Builder builder) {
        HttpClient http = HttpClient.newBuilder()
                .version(builder.version())
                .connectTimeout(builder.connectTimeout)
                .build();
        Backoff backoff = new Backoff(builder.firstWait, builder.longestWait, () -> ThreadLocalRandom.current()
                .nextDouble());
        this.wire = new Wire(http, builder.address, builder.apiKey, builder.largestAnswer, InstantSource.system());
        this.retries = new Retries(
                builder.attempts, builder.attemptTimeout, builder.deadline, backoff, Thread::sleep, System::nanoTime);
        this.terms = new Following.Terms(builder.attemptTimeout, builder.silence, backoff);
    }

    /**
     * A ledger that is yet to be described.
     *
     * @param address http or https, with the path before {@code /v1} if there is one
     * @param apiKey what the calls are made with
     */
    public static Builder at(URI address, String apiKey) {
        return new Builder(address, apiKey);
    }

    /** Opens an account, or changes nothing about one that is open. */
    public AccountView open(AccountId account) {
        return open(account, null, null);
    }

    /**
     * Opens an account, or changes the details of one that is open.
     *
     * @param displayName 1 to 200 characters; null leaves it as it is
     * @param metadata the caller's own notes; null leaves them as they are
     */
    public AccountView open(AccountId account, @Nullable String displayName, @Nullable Metadata metadata) {
        String details = Json.write(new AccountDetails(displayName, metadata));
        return answer(new Wire.Call("PUT", path(account, ""), null, details), Json.one(AccountView.class));
    }

    /** Grants credits, once, by a key that is made for this call. */
    public Booked<GrantAnswer> grant(AccountId account, GrantRequest request) {
        return grant(account, newKey(), request);
    }

    /** Grants credits, once for the key. */
    public Booked<GrantAnswer> grant(AccountId account, IdempotencyKey key, GrantRequest request) {
        return booked(path(account, "/grants"), key, request, GrantAnswer.class);
    }

    /** Spends credits, once, by a key that is made for this call. */
    public Booked<ConsumptionAnswer> consume(AccountId account, ConsumptionRequest request) {
        return consume(account, newKey(), request);
    }

    /**
     * Spends credits, all or nothing, once for the key.
     *
     * @throws Refused if there are too few, with a rejection that is {@code InsufficientCredits}
     */
    public Booked<ConsumptionAnswer> consume(AccountId account, IdempotencyKey key, ConsumptionRequest request) {
        return booked(path(account, "/consumptions"), key, request, ConsumptionAnswer.class);
    }

    /** Gives back a consumption, once, by a key that is made for this call. */
    public Booked<ReversalAnswer> reverse(AccountId account, ConsumptionId consumption, ReversalRequest request) {
        return reverse(account, consumption, newKey(), request);
    }

    /** Gives back a consumption, whole or in part, once for the key. */
    public Booked<ReversalAnswer> reverse(
            AccountId account, ConsumptionId consumption, IdempotencyKey key, ReversalRequest request) {
        String path = path(account, "/consumptions/" + Query.segment(consumption.value()) + "/reversal");
        return booked(path, key, request, ReversalAnswer.class);
    }

    /** The balance as it is shown now, which may be a moment behind. */
    public BalanceView balance(AccountId account) {
        return balance(account, null);
    }

    /**
     * The balance.
     *
     * @param minRevision a revision that it has to show, as that of a command's answer; null for any
     */
    public BalanceView balance(AccountId account, @Nullable Long minRevision) {
        Query query = new Query(path(account, "/balance")).with("minRevision", minRevision);
        return find(query, Json.one(BalanceView.class));
    }

    /** The movements, newest first. Pages are asked for as the stream comes to them. */
    public Stream<TransactionLine> transactions(AccountId account, TransactionFilter filter) {
        return PageIterator.stream(cursor -> transactions(account, filter, PAGE, cursor));
    }

    /**
     * A page of the movements, newest first.
     *
     * @param limit 1 to 200
     * @param cursor the {@code nextCursor} of the page before; null for the first one
     */
    public Page<TransactionLine> transactions(
            AccountId account, TransactionFilter filter, int limit, @Nullable String cursor) {
        Query query = new Query(path(account, "/transactions"))
                .with("type", word(filter.type()))
                .with("websiteId", filter.websiteId())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("q", filter.text())
                .with("minRevision", filter.minRevision());
        return page(query, limit, cursor, TransactionLine.class);
    }

    /**
     * What each website used, most used first. Pages are asked for as the stream comes to them.
     *
     * @param minRevision a revision that it has to show; null for any
     */
    public Stream<WebsiteLine> websites(AccountId account, @Nullable Long minRevision) {
        return PageIterator.stream(cursor -> page(
                new Query(path(account, "/websites")).with("minRevision", minRevision),
                PAGE,
                cursor,
                WebsiteLine.class));
    }

    /**
     * The use over time, by website, empty hours, days or months included.
     *
     * @param from the moment in whose bucket it begins
     * @param to the moment before which it ends
     * @param minRevision a revision that it has to show; null for any
     */
    public UsageSeries usage(
            AccountId account, Instant from, Instant to, Granularity granularity, @Nullable Long minRevision) {
        Query query = new Query(path(account, "/usage"))
                .with("from", from)
                .with("to", to)
                .with("granularity", word(granularity))
                .with("groupBy", "website")
                .with("minRevision", minRevision);
        return find(query, Json.one(UsageSeries.class));
    }

    /**
     * The purchases, last started first. Pages are asked for as the stream comes to them.
     *
     * @param minRevision a revision that it has to show; null for any
     */
    public Stream<PurchaseView> purchases(AccountId account, @Nullable Long minRevision) {
        return PageIterator.stream(cursor -> page(
                new Query(path(account, "/purchases")).with("minRevision", minRevision),
                PAGE,
                cursor,
                PurchaseView.class));
    }

    /**
     * A purchase as it stands.
     *
     * @param minRevision a revision of the account that it has to show; null for any
     */
    public PurchaseView purchase(AccountId account, PurchaseId purchase, @Nullable Long minRevision) {
        return find(
                new Query(path(account, "/purchases/" + Query.segment(purchase.value())))
                        .with("minRevision", minRevision),
                Json.one(PurchaseView.class));
    }

    /**
     * Follows an account, from now on: first the balance as it is, then everything that happens, in order.
     *
     * @param listener is told one thing at a time; while it works, nothing piles up here
     */
    public Following follow(AccountId account, Consumer<? super Happening> listener) {
        return follow(account, null, listener);
    }

    /**
     * Follows an account: everything that happened after a revision, in order, and whatever happens next.
     *
     * @param afterRevision what {@link Following#revision()} or the last happening said; purchases and cards of exactly that
     *     revision are told again, since nobody knows whether they had been told; 0 is the beginning, null is now
     * @param listener is told one thing at a time; while it works, nothing piles up here
     */
    public Following follow(AccountId account, @Nullable Long afterRevision, Consumer<? super Happening> listener) {
        followings.removeIf(Following::isEnded);
        Following following = Following.start(wire, path(account, "/stream"), afterRevision, listener, terms);
        followings.add(following);
        return following;
    }

    /** Ends what is followed, and every call that is under way. */
    @Override
    public void close() {
        followings.forEach(Following::close);
        wire.http().shutdownNow();
        wire.http().close();
    }

    private static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private static String path(AccountId account, String rest) {
        return "/v1/accounts/" + Query.segment(account.value()) + rest;
    }

    /** As the contract spells an enum's values. */
    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private <T> Page<T> page(Query query, int limit, @Nullable String cursor, Class<T> item) {
        return find(query.with("limit", limit).with("cursor", cursor), Json.page(item));
    }

    private <T> T find(Query query, Json.Reading<T> reading) {
        return answer(Wire.Call.get(query.toString()), reading);
    }

    private <T> T answer(Wire.Call call, Json.Reading<T> reading) {
        return read(call, success(call), reading);
    }

    private <T> Booked<T> booked(String path, IdempotencyKey key, Object request, Class<T> type) {
        Wire.Call call = new Wire.Call("POST", path, key, Json.write(request));
        Retries.Outcome outcome = success(call);
        return new Booked<>(
                read(call, outcome, Json.one(type)), key, outcome.answer().replayed(), outcome.attempts());
    }

    private Retries.Outcome success(Wire.Call call) {
        Retries.Outcome outcome = retries.until(call.key(), patience -> wire.exchange(call, patience));
        RawAnswer answer = outcome.answer();
        if (answer.isSuccess()) {
            return outcome;
        }
        throw answer.isFailure()
                ? new Unanswered(answer.problem(), call.key(), outcome.attempts())
                : new Refused(answer.problem(), call.key(), outcome.attempts());
    }

    private static <T> T read(Wire.Call call, Retries.Outcome outcome, Json.Reading<T> reading) {
        try {
            return reading.of(outcome.answer().body());
        } catch (IOException unreadable) {
            throw new Unanswered(String.valueOf(unreadable.getMessage()), unreadable, call.key(), outcome.attempts());
        }
    }

    /** Describes a ledger. All durations are more than zero. */
    public static final class Builder {

        private static final int MEBIBYTE = 1 << 20;

        private final String address;
        private final String apiKey;
        private final boolean isSecure;
        private Duration connectTimeout = Duration.ofSeconds(3);
        private Duration attemptTimeout = Duration.ofSeconds(15);
        private Duration deadline = Duration.ofSeconds(45);
        private int attempts = 6;
        private Duration firstWait = Duration.ofMillis(200);
        private Duration longestWait = Duration.ofSeconds(10);
        private Duration silence = Duration.ofSeconds(35);
        private int largestAnswer = 16 * MEBIBYTE;

        private Builder(URI address, String apiKey) {
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || address.getHost() == null || address.getQuery() != null) {
                throw new IllegalArgumentException("not the address of a ledger: " + address);
            }
            this.address = address.toString().replaceAll("/+$", "");
            this.apiKey = apiKey;
            this.isSecure = scheme.equals("https");
        }

        /** How long a connection may take to be made; 3 s unless set. */
        public Builder connectTimeout(Duration most) {
            connectTimeout = positive(most);
            return this;
        }

        /** How long one attempt may take, its whole answer included; 15 s unless set. */
        public Builder attemptTimeout(Duration most) {
            attemptTimeout = positive(most);
            return this;
        }

        /** How long a call may take, with all its attempts and the waits between them; 45 s unless set. */
        public Builder deadline(Duration most) {
            deadline = positive(most);
            return this;
        }

        /** How often a call may be sent, 1 or more; 6 unless set. */
        public Builder attempts(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("at least one attempt is needed: " + most);
            }
            attempts = most;
            return this;
        }

        /**
         * How long to wait between attempts and between connections: up to the first, and twice as long each time, up to the
         * longest. Where the ledger asks for more, it gets more. 200 ms and 10 s unless set.
         */
        public Builder waits(Duration first, Duration longest) {
            firstWait = positive(first);
            longestWait = positive(longest);
            return this;
        }

        /** After how long without a sign of life, which the ledger gives every 15 s, an account is followed anew; 35 s unless set. */
        public Builder silence(Duration most) {
            silence = positive(most);
            return this;
        }

        /** How many bytes an answer, or an event of an account that is followed, may have; 16 MiB unless set. */
        public Builder largestAnswer(int mostBytes) {
            if (mostBytes < 1) {
                throw new IllegalArgumentException("an answer has bytes: " + mostBytes);
            }
            largestAnswer = mostBytes;
            return this;
        }

        public Ledger build() {
            return new Ledger(this);
        }

        /** Without TLS, HTTP/2 would begin with an offer that no ledger takes. */
        private HttpClient.Version version() {
            return isSecure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
        }

        private static Duration positive(Duration duration) {
            if (!duration.isPositive()) {
                throw new IllegalArgumentException("has to be more than zero: " + duration);
            }
            return duration;
        }
    }
}
