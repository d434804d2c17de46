package io.creditledger.service.platform.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The requests that this process is answering: as long as there are more than wait to be stored, more may be about to come. */
@Component
public final class RequestsUnderWay {

    private final AtomicInteger count = new AtomicInteger();

    /** One is to be answered. It ends, whatever comes of it. */
    void began() {
        count.incrementAndGet();
    }

    /** One is answered, or failed. */
    void ended() {
        count.decrementAndGet();
    }

    /** How many are being answered. */
    public int count() {
        return count.get();
    }
}
