package io.creditledger.service.platform.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.axoniq.axonserver.grpc.query.SubscriptionQuery;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes each query on to one of those who answer it, and each subscription to all of them. */
final class StandInQueries extends QueryServiceGrpc.QueryServiceImplBase {

    private final Set<Handler> handlers = ConcurrentHashMap.newKeySet();
    private final Map<String, Outgoing<QueryResponse>> answers = new ConcurrentHashMap<>();
    private final Map<String, Outgoing<SubscriptionQueryResponse>> subscriptions = new ConcurrentHashMap<>();
    private final List<String> passedOn = new CopyOnWriteArrayList<>();

    List<String> passedOn() {
        return List.copyOf(passedOn);
    }

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> queries) {
        Handler handler = new Handler(new Outgoing<>(queries));
        handlers.add(handler);
        return new Incoming<>(handler::hear, () -> {
            handlers.remove(handler);
            handler.end();
        });
    }

    @Override
    public void query(QueryRequest query, StreamObserver<QueryResponse> answer) {
        Outgoing<QueryResponse> outgoing = new Outgoing<>(answer);
        List<Handler> able = handlersOf(query);
        if (able.isEmpty()) {
            outgoing.send(QueryResponse.newBuilder()
                    .setRequestIdentifier(query.getMessageIdentifier())
                    .setErrorCode("AXONIQ-5000")
                    .setErrorMessage(ErrorMessage.newBuilder().setMessage("No handler for " + query.getQuery()))
                    .build());
            outgoing.end();
            return;
        }
        passedOn.add(query.getQuery());
        answers.put(query.getMessageIdentifier(), outgoing);
        able.getFirst().ask(query);
    }

    private List<Handler> handlersOf(QueryRequest query) {
        return handlers.stream()
                .filter(handler -> handler.names.contains(query.getQuery()))
                .toList();
    }

    @Override
    public StreamObserver<SubscriptionQueryRequest> subscription(StreamObserver<SubscriptionQueryResponse> updates) {
        Outgoing<SubscriptionQueryResponse> outgoing = new Outgoing<>(updates);
        SubscriptionQuery[] begun = {SubscriptionQuery.getDefaultInstance()};
        return new Incoming<>(
                request -> {
                    if (request.hasSubscribe()) {
                        begun[0] = request.getSubscribe();
                        subscriptions.put(request.getSubscribe().getSubscriptionIdentifier(), outgoing);
                        passedOn.add(request.getSubscribe().getQueryRequest().getQuery());
                    }
                    // Flow control is left out: nobody here has more to tell than a few updates.
                    if (!request.hasFlowControl()) {
                        passOn(request, begun[0].getQueryRequest());
                    }
                },
                () -> {
                    SubscriptionQuery ended = begun[0];
                    subscriptions.remove(ended.getSubscriptionIdentifier());
                    passOn(
                            SubscriptionQueryRequest.newBuilder()
                                    .setUnsubscribe(ended)
                                    .build(),
                            ended.getQueryRequest());
                    outgoing.end();
                });
    }

    private void passOn(SubscriptionQueryRequest request, QueryRequest query) {
        handlersOf(query)
                .forEach(handler -> handler.outgoing.send(QueryProviderInbound.newBuilder()
                        .setSubscriptionQueryRequest(request)
                        .build()));
    }

    private final class Handler {

        private final Outgoing<QueryProviderInbound> outgoing;
        private final Set<String> names = ConcurrentHashMap.newKeySet();
        private final Set<String> underWay = ConcurrentHashMap.newKeySet();

        private Handler(Outgoing<QueryProviderInbound> outgoing) {
            this.outgoing = outgoing;
        }

        private void ask(QueryRequest query) {
            underWay.add(query.getMessageIdentifier());
            outgoing.send(QueryProviderInbound.newBuilder().setQuery(query).build());
        }

        private void hear(QueryProviderOutbound message) {
            if (message.hasSubscribe()) {
                names.add(message.getSubscribe().getQuery());
            } else if (message.hasUnsubscribe()) {
                names.remove(message.getUnsubscribe().getQuery());
            } else if (message.hasQueryResponse()) {
                answer(message.getQueryResponse());
            } else if (message.hasQueryComplete()) {
                complete(message.getQueryComplete().getRequestId());
            } else if (message.hasSubscriptionQueryResponse()) {
                tell(message.getSubscriptionQueryResponse());
            }
            if (!message.getInstructionId().isEmpty()) {
                outgoing.send(QueryProviderInbound.newBuilder()
                        .setAck(InstructionAck.newBuilder()
                                .setInstructionId(message.getInstructionId())
                                .setSuccess(true))
                        .build());
            }
        }

        private void answer(QueryResponse response) {
            Outgoing<QueryResponse> asking = answers.get(response.getRequestIdentifier());
            if (asking != null) {
                asking.send(response);
            }
        }

        private void complete(String request) {
            underWay.remove(request);
            Outgoing<QueryResponse> asking = answers.remove(request);
            if (asking != null) {
                asking.end();
            }
        }

        private void tell(SubscriptionQueryResponse response) {
            Outgoing<SubscriptionQueryResponse> subscriber = subscriptions.get(response.getSubscriptionIdentifier());
            if (subscriber != null) {
                subscriber.send(response);
            }
        }

        private void end() {
            underWay.forEach(this::complete);
            outgoing.end();
        }
    }
}
