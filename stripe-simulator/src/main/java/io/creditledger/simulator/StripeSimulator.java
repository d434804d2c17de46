package io.creditledger.simulator;

import io.creditledger.simulator.browser.Pages;
import io.creditledger.simulator.controls.Controls;
import io.creditledger.simulator.http.Front;
import io.creditledger.simulator.http.Server;
import io.creditledger.simulator.state.SimulatedTime;
import io.creditledger.simulator.state.Store;
import io.creditledger.simulator.stripe.Faults;
import io.creditledger.simulator.stripe.RateLimit;
import io.creditledger.simulator.stripe.StripeApi;
import io.creditledger.simulator.webhooks.Deliveries;
import io.creditledger.simulator.webhooks.Dispatcher;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stripe as far as the ledger uses it, on a port of this machine, with money that does not exist. */
public final class StripeSimulator implements AutoCloseable {

    private final Server server;
    private final Store store;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;

    private StripeSimulator(Server server, Settings settings) {
        this.server = server;
        this.store = storeIn(settings.dataDirectory());
        SimulatedTime time = new SimulatedTime(settings.clock(), store);
        this.deliveries = new Deliveries(store, time);
        URI webhookUrl = settings.webhookUrl();
        if (webhookUrl != null) {
            deliveries.deliverTo(webhookUrl, settings.webhookSecrets());
        }
        Faults faults = new Faults();
        RateLimit rateLimit = new RateLimit(time);
        StripeApi api = new StripeApi(
                store,
                time,
                settings.secretKey(),
                settings.publishableKey(),
                server.address(),
                deliveries::accept,
                faults,
                rateLimit);
        this.dispatcher = new Dispatcher(deliveries, api.dashboard()::completeDueRefunds);
        Controls controls = new Controls(store, time, api.dashboard(), deliveries, faults, rateLimit);
        server.start(new Front(api, controls, new Pages(server.address(), api.dashboard())));
    }

    private static Store storeIn(@Nullable Path directory) {
        return directory == null ? Store.inMemory() : Store.in(directory);
    }

    /** Starts it; what it remembers is read only once the port is its own and no predecessor writes any more. */
    public static StripeSimulator start(Settings settings) {
        return new StripeSimulator(Server.bind(settings.port()), settings);
    }

    /** Where it listens, without a path. */
    public URI address() {
        return server.address();
    }

    /** Sends events from now on to that address, signed with each of the secrets. */
    public void deliverWebhooksTo(URI url, List<String> secrets) {
        deliveries.deliverTo(url, secrets);
    }

    @Override
    public void close() {
        server.close();
        dispatcher.close();
        store.close();
    }

    /** Runs until it is stopped, or until the process that it serves is gone. */
    public static void main(String[] arguments) {
        Environment environment = new Environment(System.getenv());
        try {
            StripeSimulator simulator = start(environment.settings());
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stripe-simulator-stop"));
            endWith(environment.parent());
            System.out.println("Stripe simulator on " + simulator.address() + " (no real money moves)");
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            System.err.println("Stripe simulator: " + wrong.getMessage());
            System.exit(1);
        }
    }

    private static void endWith(@Nullable Long parent) {
        if (parent != null) {
            ProcessHandle process = ProcessHandle.of(parent)
                    .orElseThrow(() -> new IllegalStateException("There is no process " + parent + " to serve."));
            Thread.ofPlatform().daemon().name("stripe-simulator-parent").start(() -> {
                process.onExit().join();
                System.exit(0);
            });
        }
    }
}
