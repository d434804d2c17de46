package io.creditledger.service.platform.axonserver;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for Axon Server, in memory, for machines that have none: it speaks the real protocol over a real connection, with the
 * service definitions that come with the connector, and imitates what is documented of the server. It is not Axon Server: all
 * contexts are one, one node, nothing kept beyond the process. What it says of the ledger is what it says against these
 * imitations; a real server is tried with {@code LEDGER_TEST_AXON_SERVER=host:port}.
 */
public final class StandInAxonServer implements AutoCloseable {

    private final StandInEvents events = new StandInEvents();
    private final StandInCommands commands = new StandInCommands();
    private final StandInQueries queries = new StandInQueries();
    private final StandInAccess access = new StandInAccess();
    private int port;
    private @Nullable Server server;
    private @Nullable ExecutorService threads;

    /** From now on nobody is let in without this token. */
    public StandInAxonServer requiringToken(String token) {
        access.requireToken(token);
        return this;
    }

    /** Once it starts, it speaks TLS alone, with this certificate; both are files in PEM format. */
    public StandInAxonServer withCertificate(Path certificate, Path privateKey) {
        access.useCertificate(certificate, privateKey);
        return this;
    }

    /** Starts, with what it held when it was stopped, and at the same address. */
    public synchronized StandInAxonServer start() {
        ExecutorService pool = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("stand-in-", 0).daemon().factory());
        try {
            Server started = access.guard(NettyServerBuilder.forAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                    .executor(pool)
                    .permitKeepAliveTime(100, TimeUnit.MILLISECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .addService(new StandInPlatform())
                    .addService(events)
                    .addService(commands)
                    .addService(queries)
                    .build()
                    .start();
            port = started.getPort();
            server = started;
            threads = pool;
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Cuts every connection and takes no new one. */
    public synchronized void stop() {
        Server running = server;
        ExecutorService pool = threads;
        if (running != null && pool != null) {
            running.shutdownNow();
            awaitEnd(running);
            pool.shutdownNow();
        }
        server = null;
        threads = null;
    }

    private static void awaitEnd(Server running) {
        try {
            running.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized String address() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
    }

    /** The next append is stored, but whoever sent it is not told: the connection fails before. */
    public void loseNextConfirmation() {
        events.loseNextConfirmation();
    }

    /** No append is answered until they are let go on; what was sent by then is stored when they are. */
    public void holdAppends() {
        events.hold();
    }

    public void letAppendsGoOn() {
        events.letGoOn();
    }

    /** How many appends wait for being let go on. */
    public int held() {
        return events.held();
    }

    /** The contexts that those who were let in named. */
    public Set<String> contexts() {
        return access.contexts();
    }

    /** How many calls were not let in. */
    public int turnedAway() {
        return access.turnedAway();
    }

    /** How many events it has. */
    public int size() {
        return events.size();
    }

    /** The names of the commands it has passed on, in order. */
    public List<String> commands() {
        return commands.passedOn();
    }

    /** By what it has chosen who handles a command. */
    public Set<String> routingKeys() {
        return commands.routingKeys();
    }

    /** The names of the queries it has passed on, in order. */
    public List<String> queries() {
        return queries.passedOn();
    }

    /** How many snapshots it has been given. */
    public int snapshots() {
        return events.snapshots();
    }

    @Override
    public void close() {
        stop();
    }
}
