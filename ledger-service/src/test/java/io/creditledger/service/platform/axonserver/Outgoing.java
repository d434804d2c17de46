package io.creditledger.service.platform.axonserver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** What is sent to one client: by many threads, one message at a time, and nothing once it is gone. */
final class Outgoing<T> {

    private final StreamObserver<T> observer;
    private boolean ended;

    Outgoing(StreamObserver<T> observer) {
        this.observer = observer;
        if (observer instanceof ServerCallStreamObserver<T> call) {
            call.setOnCancelHandler(() -> ended = true);
        }
    }

    /** Sends a message, and tells whether it was sent. */
    synchronized boolean send(T message) {
        if (!ended) {
            try {
                observer.onNext(message);
            } catch (RuntimeException gone) {
                ended = true;
            }
        }
        return !ended;
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            observer.onCompleted();
        }
    }

    synchronized void fail(Throwable failure) {
        if (!ended) {
            ended = true;
            observer.onError(failure);
        }
    }
}
