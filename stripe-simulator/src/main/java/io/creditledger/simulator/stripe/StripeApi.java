package io.creditledger.simulator.stripe;

import io.creditledger.simulator.state.Identifiers;
import io.creditledger.simulator.state.Json;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The API itself: lets a call in, does what it asks for once for each key, and answers. */
public final class StripeApi {

    private static final System.Logger LOG = System.getLogger(StripeApi.class.getName());

    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(\\.[a-z]+)?");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Store store;
    private final EventLog events;
    private final KeptAnswers keptAnswers;
    private final Expansion expansion;
    private final Keys keys;
    private final Faults faults;
    private final RateLimit rateLimit;
    private final List<Route> routes;
    private final Dashboard dashboard;

    /** A request as it came in: the parameters of the address, or those of the body. */
    public record Request(
            String method,
            String path,
            String query,
            String body,
            @Nullable String contentType,
            @Nullable String authorization,
            @Nullable String idempotencyKey,
            @Nullable String version) {}

    /** An answer, and whether it is to be kept from the caller by cutting the connection. */
    public record Reply(Answer answer, boolean cut) {}

    public StripeApi(
            Store store,
            SimulatedTime time,
            String secretKey,
            String publishableKey,
            URI address,
            Consumer<ObjectNode> eventReceiver,
            Faults faults,
            RateLimit rateLimit) {
        this.store = store;
        this.events = new EventLog(store, time, eventReceiver);
        this.keptAnswers = new KeptAnswers(store, time);
        this.expansion = new Expansion(store);
        this.keys = new Keys(secretKey, publishableKey);
        this.faults = faults;
        this.rateLimit = rateLimit;
        Records records = new Records(store, time, events);
        BalanceTransactions balance = new BalanceTransactions(records);
        PaymentMethods methods = new PaymentMethods(records);
        Customers customers = new Customers(records, methods);
        Charges charges = new Charges(records, balance, address);
        Refunds refunds = new Refunds(records, balance);
        Disputes disputes = new Disputes(records, balance);
        FraudWarnings warnings = new FraudWarnings(records);
        Challenges challenges = new Challenges(address);
        PaymentIntents payments =
                new PaymentIntents(records, methods, charges, new Consequences(disputes, warnings), challenges);
        SetupIntents setups = new SetupIntents(records, methods, challenges);
        this.dashboard = new Dashboard(store, records, customers, methods, payments, setups, refunds, disputes);
        this.routes = Stream.of(
                        customers.routes(),
                        methods.routes(),
                        new ConfirmationTokens(records, methods).routes(),
                        setups.routes(),
                        payments.routes(),
                        charges.routes(),
                        refunds.routes(),
                        disputes.routes(),
                        warnings.routes(),
                        balance.routes(),
                        new Events(records).routes(),
                        Account.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What happens without a call of the merchant. */
    public Dashboard dashboard() {
        return dashboard;
    }

    public Reply handle(Request request) {
        String requestId = Identifiers.next("req_");
        Faults.Injection fault = Faults.Injection.none();
        Answer answer;
        try {
            boolean fromBrowser = keys.isBrowser(request.authorization());
            rateLimit.check();
            fault = faults.next(request.method(), request.path());
            answer = answer(request, requestId, fromBrowser, fault);
        } catch (StripeFailure failure) {
            answer = failure.answer();
        }
        return new Reply(withHeaders(answer, request, requestId), fault.isDroppedAfterEffect());
    }

    private static Answer withHeaders(Answer answer, Request request, String requestId) {
        String version = request.version();
        Answer headed = answer.with("Request-Id", requestId)
                .with("Stripe-Version", version == null ? EventLog.API_VERSION : version);
        String key = request.idempotencyKey();
        return key == null || !request.method().equals("POST") ? headed : headed.with("Idempotency-Key", key);
    }

    private Answer answer(Request request, String requestId, boolean fromBrowser, Faults.Injection fault) {
        Call call = read(request, requestId, fromBrowser);
        String key = call.idempotencyKey();
        if (key == null) {
            return execute(call, fault);
        }
        keptAnswers.reserve(key);
        try {
            Answer first = keptAnswers.firstAnswer(key, call);
            return first != null ? first : execute(call, fault);
        } finally {
            keptAnswers.release(key);
        }
    }

    private static Call read(Request request, String requestId, boolean fromBrowser) {
        String version = request.version();
        if (version != null && !VERSION.matcher(version).matches()) {
            throw StripeFailure.invalid(null, null, "Invalid Stripe API version: " + version);
        }
        boolean post = request.method().equals("POST");
        String contentType = request.contentType();
        if (post && !request.body().isEmpty() && (contentType == null || !contentType.startsWith(FORM))) {
            throw StripeFailure.invalid(
                    null, null, "Invalid request (check that your POST content type is " + FORM + ").");
        }
        String key = request.idempotencyKey();
        return new Call(
                request.method(),
                request.path(),
                Map.of(),
                Parameters.parse(post ? request.body() : request.query()),
                fromBrowser,
                post && key != null && !key.isEmpty() ? key : null,
                requestId);
    }

    private Answer execute(Call call, Faults.Injection fault) {
        fault.delay();
        if (fault.isRefusedBeforeEffect()) {
            throw fault.failure();
        }
        return store.alone(() -> {
            events.causedBy(call);
            try {
                return executeAlone(call, fault);
            } finally {
                events.causedBy(null);
            }
        });
    }

    private Answer executeAlone(Call call, Faults.Injection fault) {
        Answer answer;
        boolean begun = true;
        try {
            answer = Answer.of(200, run(call));
        } catch (StripeFailure failure) {
            begun = failure.hasBegun();
            answer = call.fromBrowser() ? failure.answerForBrowsers() : failure.answer();
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.ERROR, "The simulator failed", defect);
            answer = StripeFailure.unexpected().answer();
        }
        if (begun && fault.isRefusedAfterEffect()) {
            answer = fault.failure().answer();
        }
        // In the same change as the effect: a crash between them would charge twice.
        if (begun && call.idempotencyKey() != null) {
            keptAnswers.keep(call.idempotencyKey(), call, answer);
        }
        return answer;
    }

    private ObjectNode run(Call call) {
        for (Route route : routes) {
            Map<String, String> variables = route.match(call.method(), call.path());
            if (variables != null) {
                return run(route, call, variables);
            }
        }
        throw StripeFailure.unknownAddress(call.method(), call.path());
    }

    private ObjectNode run(Route route, Call call, Map<String, String> variables) {
        Call complete = new Call(
                call.method(),
                call.path(),
                variables,
                call.parameters(),
                call.fromBrowser(),
                call.idempotencyKey(),
                call.requestId());
        if (call.fromBrowser()) {
            admitBrowser(route, complete);
        }
        List<List<String>> paths = Expansion.wanted(call.parameters());
        ObjectNode answer = route.operation().apply(complete);
        expansion.expand(answer, paths);
        return answer;
    }

    /** A browser needs the secret of the intent that it is about. */
    private void admitBrowser(Route route, Call call) {
        if (!route.openToBrowsers()) {
            throw StripeFailure.unauthenticated(
                    "secret_key_required",
                    "This API call cannot be made with a publishable API key. Please use a secret API key.");
        }
        String id = call.variables().get("id");
        if (id != null) {
            String given = call.parameters().requiredText("client_secret");
            ObjectNode intent = dashboard.intent(id);
            if (intent != null && !given.equals(Json.text(intent, "client_secret"))) {
                throw StripeFailure.invalid(
                        "resource_missing",
                        "client_secret",
                        "The client_secret provided does not match any associated intent on this account.");
            }
        }
    }
}
