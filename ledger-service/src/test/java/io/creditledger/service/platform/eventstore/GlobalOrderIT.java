package io.creditledger.service.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On several nodes the order in which facts are numbered is the order in which they are committed. */
class GlobalOrderIT {

    private static final int WRITERS = 32;
    private static final int APPENDS = 60;

    @RegisterExtension
    static final PostgresForTests POSTGRES = new PostgresForTests();

    private static List<StoreForTests> nodes;

    @BeforeAll
    static void open() {
        // Small commits make many of them, which is where order could break.
        EventStoreProperties properties = StoreForTests.settings(Map.of("rows-per-commit", 3));
        nodes = IntStream.range(0, 2)
                .mapToObj(node -> StoreForTests.on(POSTGRES, POSTGRES.writerDataSource(), properties))
                .toList();
    }

    @AfterAll
    static void close() {
        nodes.forEach(StoreForTests::close);
    }

    @Test
    @Timeout(60)
    void aReaderAtTheTailSeesEveryFactOnceInOrderWithoutGaps() {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<List<Long>> reader =
                    CompletableFuture.supplyAsync(() -> follow(WRITERS * APPENDS), executor);
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(nodes.get(writer % 2)), executor))
                    .toList();
            writers.forEach(CompletableFuture::join);

            assertThat(reader.join())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, WRITERS * APPENDS).boxed().toList());
        }
    }

    private static void write(StoreForTests node) {
        String account = Facts.anyAccount();
        IntStream.range(0, APPENDS)
                .forEach(sequence -> node.engine().appendEvents(List.of(Facts.consumed(account, sequence))));
    }

    private static List<Long> follow(int expected) {
        List<Long> seen = new ArrayList<>();
        TrackingToken token = null;
        while (seen.size() < expected) {
            for (TrackedEventMessage<?> event :
                    nodes.getFirst().engine().readEvents(token, false).toList()) {
                token = event.trackingToken();
                seen.add(token.position().orElseThrow());
            }
        }
        return seen;
    }
}
