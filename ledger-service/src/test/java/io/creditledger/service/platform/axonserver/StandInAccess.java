package io.creditledger.service.platform.axonserver;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Looks at who calls: by which token and for which context. Without being told to, it lets everyone in. */
final class StandInAccess implements ServerInterceptor {

    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> CONTEXT =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);

    private final Set<String> contexts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile @Nullable String token;
    private @Nullable Path certificate;
    private @Nullable Path privateKey;

    void requireToken(String required) {
        token = required;
    }

    void useCertificate(Path certificateFile, Path privateKeyFile) {
        certificate = certificateFile;
        privateKey = privateKeyFile;
    }

    NettyServerBuilder guard(NettyServerBuilder server) {
        if (certificate != null && privateKey != null) {
            server.useTransportSecurity(certificate.toFile(), privateKey.toFile());
        }
        return server.intercept(this);
    }

    Set<String> contexts() {
        return Set.copyOf(contexts);
    }

    int turnedAway() {
        return turnedAway.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String required = token;
        if (required != null && !required.equals(headers.get(TOKEN))) {
            turnedAway.incrementAndGet();
            call.close(Status.UNAUTHENTICATED.withDescription("this token is not known"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        String context = headers.get(CONTEXT);
        if (context != null) {
            contexts.add(context);
        }
        return next.startCall(call, headers);
    }
}
