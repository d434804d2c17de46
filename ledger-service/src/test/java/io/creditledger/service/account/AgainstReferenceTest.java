package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.consume;
import static io.creditledger.service.account.AccountVocabulary.credits;
import static io.creditledger.service.account.AccountVocabulary.key;
import static io.creditledger.service.account.AccountVocabulary.lotId;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.reverse;
import static io.creditledger.service.account.AccountVocabulary.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.account.Balance;
import io.creditledger.api.account.Draw;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.commands.BookDueLots;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountEvent;
import io.creditledger.api.account.events.AccountOpened;
import io.creditledger.api.account.events.ConsumptionReversed;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.events.CreditsGranted;
import io.creditledger.api.account.events.CreditsRevoked;
import io.creditledger.api.account.events.LotActivated;
import io.creditledger.api.account.events.LotExpired;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands at random times, to the account and to {@link ReferenceAccount} alike: same answers, same sums, and each
 * event's balance is what the events before it add up to. A failing seed is the whole recipe.
 */
class AgainstReferenceTest {

    private static final int COMMANDS = 250;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Clock clockBefore = GenericEventMessage.clock;
    private Configuration axon = DefaultConfigurer.defaultConfiguration().buildConfiguration();
    private long seconds;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine())
                .configureAggregate(CreditAccount.class)
                .registerComponent(
                        PastConsumptions.class,
                        configuration -> new ConsumptionsOfHistory(
                                account -> configuration.eventStore().readEvents(account.value())))
                .registerComponent(PackageCatalogue.class, _ -> AccountVocabulary.CATALOGUE)
                .start();
        send(open());
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        GenericEventMessage.clock = clockBefore;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agrees(long seed) {
        Random random = new Random(seed);
        ReferenceAccount reference = new ReferenceAccount();
        for (int i = 0; i < COMMANDS; i++) {
            passTime(random.nextInt(4) == 0 ? random.nextInt(120) : 0);
            String step = "seed " + seed + ", command " + i;

            assertThatBothAnswerTheSame(step, random, i, reference);

            send(new BookDueLots(ALICE));
            reference.passTime(seconds);
            assertSameState(step, reference);
        }
    }

    private void assertThatBothAnswerTheSame(String step, Random random, int i, ReferenceAccount reference) {
        // A fifth of the keys were used before, some with the same request, some with another.
        String key = "k" + (random.nextInt(5) == 0 ? Math.max(0, i - random.nextInt(20)) : i);
        String other = "k" + random.nextInt(i + 1);
        long amount = 1L + random.nextInt(random.nextBoolean() ? 20 : 200);
        long part = random.nextBoolean() ? 0 : 1L + random.nextInt(30);
        int priority = 50 + random.nextInt(3);
        boolean promotional = random.nextBoolean();
        long from = random.nextInt(4) == 0 ? seconds + 1L + random.nextInt(200) : 0;
        long until = random.nextBoolean() ? Math.max(seconds, from) + 1L + random.nextInt(400) : 0;
        switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                assertThat(send(grant(key, amount, priority, promotional, from, until)))
                        .as(step)
                        .isEqualTo(reference.grant(key, seconds, amount, priority, promotional, from, until));
            case 3, 4, 5, 6 ->
                assertThat(send(consume(key, amount))).as(step).isEqualTo(reference.consume(key, seconds, amount));
            case 7, 8 ->
                assertThat(send(part == 0 ? reverse(key, other) : reverse(key, other, part)))
                        .as(step)
                        .isEqualTo(reference.reverse(key, seconds, other, part));
            default ->
                assertThat(send(part == 0 ? revoke(key, other) : revoke(key, other, part)))
                        .as(step)
                        .isEqualTo(reference.revoke(key, seconds, other, part));
        }
    }

    private void assertSameState(String step, ReferenceAccount reference) {
        Map<LotId, Long> remaining = new HashMap<>();
        Balance last = Balance.ZERO;
        long current = 0;
        for (var history =
                        axon.eventStore().readEvents(ALICE.value()).asStream().iterator();
                history.hasNext(); ) {
            AccountEvent event = (AccountEvent) history.next().getPayload();
            last = event.balance();
            current += movementOf(event, remaining);
            assertThat(last.current()).as("%s: %s", step, event).isEqualTo(current);
            assertThat(last.available()).as("%s: %s", step, event).isNotNegative();
        }
        assertThat(last.total().amount()).as(step).isEqualTo(reference.total());
        assertThat(last.used().amount()).as(step).isEqualTo(reference.used());
        assertThat(last.frozen().amount()).as(step).isEqualTo(reference.frozen());
        assertThat(last.available()).as(step).isEqualTo(reference.available());
        reference.remaining().forEach((lot, left) -> assertThat(remaining.get(lotId(lot)))
                .as("%s: %s", step, lot)
                .isEqualTo(left));
    }

    /** What the event adds to the current balance, and to each lot. */
    private static long movementOf(AccountEvent event, Map<LotId, Long> remaining) {
        return switch (event) {
            case AccountOpened _, AccountDetailsChanged _, LotActivated _ -> 0;
            case CreditsGranted granted ->
                add(remaining, granted.lotId(), granted.amount().amount());
            case LotExpired expired ->
                add(remaining, expired.lotId(), -expired.amount().amount());
            case CreditsRevoked revoked ->
                add(remaining, revoked.lotId(), -revoked.amount().amount());
            case CreditsConsumed consumed -> {
                long drawn = 0;
                for (Draw draw : consumed.draws()) {
                    drawn += add(remaining, draw.lotId(), -draw.amount().amount());
                }
                assertThat(-drawn).isEqualTo(consumed.amount().amount());
                yield drawn;
            }
            case ConsumptionReversed reversed -> {
                long returned = 0;
                for (Draw back : reversed.returns()) {
                    returned += add(remaining, back.lotId(), back.amount().amount());
                }
                assertThat(returned).isEqualTo(reversed.amount().amount());
                yield returned;
            }
        };
    }

    private static long add(Map<LotId, Long> remaining, LotId lot, long amount) {
        assertThat(remaining.merge(lot, amount, Long::sum)).isNotNegative();
        return amount;
    }

    private String send(Object command) {
        try {
            axon.commandGateway().sendAndWait(command);
            return "ok";
        } catch (RequestRepeatedException repeated) {
            return "repeated";
        } catch (CommandExecutionException refused) {
            return refused.getDetails().orElseThrow().getClass().getSimpleName();
        }
    }

    private void passTime(long more) {
        seconds += more;
        GenericEventMessage.clock = Clock.fixed(START.plus(Duration.ofSeconds(seconds)), ZoneOffset.UTC);
    }

    private static GrantCredits grant(
            String key, long amount, int priority, boolean promotional, long from, long until) {
        return new GrantCredits(
                ALICE,
                key(key),
                credits(amount),
                promotional ? LotSource.PROMOTIONAL : LotSource.PLAN,
                "Credits",
                priority,
                from == 0 ? null : START.plusSeconds(from),
                until == 0 ? null : START.plusSeconds(until));
    }
}
