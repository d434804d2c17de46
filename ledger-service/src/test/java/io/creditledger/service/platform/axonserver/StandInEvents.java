package io.creditledger.service.platform.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Events and snapshots. An append is taken whole or not at all, and refused when it does not follow the last event of its
 * aggregate, with the code that Axon Server gives.
 */
final class StandInEvents extends EventStoreGrpc.EventStoreImplBase {

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<Event>> byAggregate = new HashMap<>();
    private final Map<String, List<Event>> snapshotsByAggregate = new HashMap<>();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private boolean losesNextConfirmation;

    synchronized void loseNextConfirmation() {
        losesNextConfirmation = true;
    }

    synchronized void hold() {
        holding = true;
    }

    void letGoOn() {
        List<Runnable> waiting;
        synchronized (this) {
            holding = false;
            waiting = List.copyOf(held);
            held.clear();
        }
        waiting.forEach(Runnable::run);
    }

    synchronized int held() {
        return held.size();
    }

    synchronized int size() {
        return events.size();
    }

    synchronized int snapshots() {
        return snapshotsByAggregate.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        Outgoing<Confirmation> outgoing = new Outgoing<>(answer);
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {

            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable rolledBack) {
                transaction.clear();
            }

            @Override
            public void onCompleted() {
                commitOrHold(transaction, outgoing);
            }
        };
    }

    private void commitOrHold(List<Event> transaction, Outgoing<Confirmation> answer) {
        synchronized (this) {
            if (holding) {
                held.add(() -> commit(transaction, answer));
                return;
            }
        }
        commit(transaction, answer);
    }

    private void commit(List<Event> transaction, Outgoing<Confirmation> answer) {
        boolean confirm;
        synchronized (this) {
            if (!follows(transaction)) {
                answer.fail(sequenceTaken());
                return;
            }
            transaction.forEach(this::add);
            confirm = !losesNextConfirmation;
            losesNextConfirmation = false;
        }
        followers.forEach(Follower::pump);
        if (confirm) {
            answer.send(Confirmation.newBuilder().setSuccess(true).build());
            answer.end();
        } else {
            answer.fail(Status.UNAVAILABLE.withDescription("lost on purpose").asRuntimeException());
        }
    }

    private boolean follows(List<Event> transaction) {
        Map<String, Long> next = new HashMap<>();
        for (Event event : transaction) {
            String aggregate = event.getAggregateIdentifier();
            if (!aggregate.isEmpty()) {
                long expected = next.computeIfAbsent(aggregate, this::nextOf);
                if (event.getAggregateSequenceNumber() != expected) {
                    return false;
                }
                next.put(aggregate, expected + 1);
            }
        }
        return true;
    }

    private long nextOf(String aggregate) {
        return byAggregate.getOrDefault(aggregate, List.of()).size();
    }

    private void add(Event event) {
        events.add(event);
        if (!event.getAggregateIdentifier().isEmpty()) {
            byAggregate
                    .computeIfAbsent(event.getAggregateIdentifier(), _ -> new ArrayList<>())
                    .add(event);
        }
    }

    private static Throwable sequenceTaken() {
        Metadata trailers = new Metadata();
        trailers.put(ERROR_CODE, "AXONIQ-2000");
        return Status.OUT_OF_RANGE.withDescription("Invalid sequence number").asRuntimeException(trailers);
    }

    @Override
    public synchronized void appendSnapshot(Event snapshot, StreamObserver<Confirmation> answer) {
        snapshotsByAggregate
                .computeIfAbsent(snapshot.getAggregateIdentifier(), _ -> new ArrayList<>())
                .add(snapshot);
        answerOnce(answer, Confirmation.newBuilder().setSuccess(true).build());
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        List<Event> stored;
        synchronized (this) {
            stored = List.copyOf(byAggregate.getOrDefault(request.getAggregateId(), List.of()));
        }
        // Zero says that there is no end.
        long end = request.getMaxSequence() == 0 ? Long.MAX_VALUE : request.getMaxSequence();
        stored.stream()
                .filter(event -> event.getAggregateSequenceNumber() >= request.getInitialSequence()
                        && event.getAggregateSequenceNumber() < end)
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        List<Event> stored;
        synchronized (this) {
            stored = List.copyOf(snapshotsByAggregate.getOrDefault(request.getAggregateId(), List.of()));
        }
        stored.reversed().stream()
                .filter(snapshot -> snapshot.getAggregateSequenceNumber() >= request.getInitialSequence()
                        && snapshot.getAggregateSequenceNumber() <= request.getMaxSequence())
                .limit(request.getMaxResults())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        Follower follower = new Follower(new Outgoing<>(answer));
        followers.add(follower);
        return new Incoming<>(follower::request, () -> {
            followers.remove(follower);
            follower.outgoing.end();
        });
    }

    @Override
    public synchronized void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answerOnce(
                answer,
                ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(nextOf(request.getAggregateId()) - 1)
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        answerOnce(answer, token(0));
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        answerOnce(answer, token(events.size() - 1L));
    }

    @Override
    public synchronized void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> answer) {
        int first = 0;
        while (first < events.size() && events.get(first).getTimestamp() < request.getInstant()) {
            first++;
        }
        answerOnce(answer, token(first));
    }

    private static TrackingToken token(long number) {
        return TrackingToken.newBuilder().setToken(number).build();
    }

    private static <T> void answerOnce(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }

    private synchronized EventWithToken event(long token) {
        return EventWithToken.newBuilder()
                .setToken(token)
                .setEvent(events.get((int) token))
                .build();
    }

    /** One who reads all events in order, as many at a time as it permits. */
    private final class Follower {

        private final Outgoing<EventWithToken> outgoing;
        private boolean begun;
        private long next;
        private long permits;

        private Follower(Outgoing<EventWithToken> outgoing) {
            this.outgoing = outgoing;
        }

        private void request(GetEventsRequest request) {
            synchronized (this) {
                if (!begun) {
                    begun = true;
                    next = request.getTrackingToken();
                }
                permits += request.getNumberOfPermits();
            }
            pump();
        }

        private synchronized void pump() {
            while (begun && permits > 0 && next < size()) {
                if (!outgoing.send(event(next))) {
                    followers.remove(this);
                    return;
                }
                next++;
                permits--;
            }
        }
    }
}
