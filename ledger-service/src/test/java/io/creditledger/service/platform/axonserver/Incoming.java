package io.creditledger.service.platform.axonserver;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/** What comes from one client. */
record Incoming<T>(Consumer<T> each, Runnable atEnd) implements StreamObserver<T> {

    @Override
    public void onNext(T message) {
        each.accept(message);
    }

    @Override
    public void onError(Throwable gone) {
        atEnd.run();
    }

    @Override
    public void onCompleted() {
        atEnd.run();
    }
}
