package io.creditledger.api.account.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Balance;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.ReversalId;
import io.creditledger.api.account.RevocationId;
import io.creditledger.api.account.Website;
import io.creditledger.api.money.Credits;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pins name and JSON of every event: {@code events/<name>.json} is what is stored for ever, {@code events/<name>-*.json} are
 * shapes of the past that must still load.
 */
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final LotId LOT = new LotId("lot_9aTz0xYvQq2mS1bW3cE4rA");
    private static final ConsumptionId CONSUMPTION = new ConsumptionId("con_pL0oKm9NiJ8bHu7VgY6tFc");
    private static final Website WEBSITE = new Website("site-1", "Acme", "https://acme.example");
    private static final Balance BALANCE =
            new Balance(Credits.of(10_000), Credits.of(420), Credits.of(7), Credits.of(50));

    static Stream<AccountEvent> events() {
        return Stream.of(
                new AccountOpened(ACCOUNT, "Acme Inc.", new Metadata(Map.of("tier", "gold", "seats", 3))),
                new AccountDetailsChanged(ACCOUNT, "Acme Ltd.", Metadata.NONE, BALANCE),
                new CreditsGranted(
                        ACCOUNT,
                        LOT,
                        Credits.of(10_000),
                        LotSource.PROMOTIONAL,
                        "Welcome",
                        50,
                        Instant.parse("2026-11-22T10:00:00.123456Z"),
                        Instant.parse("2027-11-22T10:00:00Z"),
                        false,
                        BALANCE),
                new LotActivated(ACCOUNT, LOT, Credits.of(50), BALANCE),
                new LotExpired(ACCOUNT, LOT, Credits.of(50), Instant.parse("2027-11-22T10:00:00Z"), BALANCE),
                new CreditsConsumed(
                        ACCOUNT,
                        CONSUMPTION,
                        Credits.of(420),
                        "Website generation",
                        WEBSITE,
                        new Metadata(Map.of("model", "large", "score", new BigDecimal("0.75"), "cached", true)),
                        List.of(new Draw(LOT, Credits.of(420))),
                        BALANCE),
                new ConsumptionReversed(
                        ACCOUNT,
                        new ReversalId("rev_Zx9cV8bN7mA6sD5fG4hJ3k"),
                        CONSUMPTION,
                        Credits.of(20),
                        "Generation failed",
                        WEBSITE,
                        List.of(new Draw(LOT, Credits.of(20))),
                        BALANCE),
                new CreditsRevoked(
                        ACCOUNT,
                        new RevocationId("rvk_Qw1eR2tY3uI4oP5aS6dF7g"),
                        LOT,
                        Credits.of(30),
                        "Granted twice",
                        BALANCE));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isStoredAsPinned(AccountEvent event) throws Exception {
        String pinned = Files.readString(directory().resolve(event.getClass().getSimpleName() + ".json"));

        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event))
                .isEqualTo(pinned.strip());
    }

    @ParameterizedTest
    @MethodSource("events")
    void loadsAsItWas(AccountEvent event) throws Exception {
        assertThat(JSON.readValue(JSON.writeValueAsString(event), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void everyPinnedFileLoads() throws Exception {
        for (Path file : files()) {
            String name = file.getFileName().toString().replaceFirst("(-.*)?\\.json$", "");
            Object event = JSON.readValue(
                    Files.readString(file), Class.forName(AccountEvent.class.getPackageName() + "." + name));

            assertThat(((AccountEvent) event).accountId()).as(name).isEqualTo(ACCOUNT);
            assertThat(((AccountEvent) event).balance()).as(name).isNotNull();
        }
    }

    @Test
    void everyEventIsPinnedAndNoPinIsLeftOver() throws Exception {
        var pinned = files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.contains("-"))
                .collect(Collectors.toSet());

        assertThat(pinned)
                .isEqualTo(Arrays.stream(AccountEvent.class.getPermittedSubclasses())
                        .map(type -> type.getSimpleName() + ".json")
                        .collect(Collectors.toSet()));
    }

    @Test
    void aFieldOfTheFutureIsPassedOver() {
        String withMore =
                JSON.writeValueAsString(events().findFirst().orElseThrow()).replaceFirst("\\{", "{\"new\":1,");

        assertThat(JSON.readValue(withMore, AccountOpened.class))
                .isEqualTo(events().findFirst().orElseThrow());
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.sorted().toList();
        }
    }

    private static Path directory() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(EventContractTest.class.getResource("/events"))
                .toURI());
    }
}
