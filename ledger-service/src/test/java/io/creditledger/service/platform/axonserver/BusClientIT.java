package io.creditledger.service.platform.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.LedgerRejection;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.AccountRejection.AccountNotFound;
import io.creditledger.api.account.AccountRejection.InsufficientCredits;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.events.CreditsConsumed;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.money.Credits;
import io.creditledger.example.BusClient;
import io.creditledger.service.account.http.LedgerClient;
import io.creditledger.service.account.http.RunningLedger;
import io.creditledger.service.platform.postgres.PostgresForTests;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another service spends credits and looks a balance up over the bus, knowing nothing but the published language. */
class BusClientIT {

    private static final StandInAxonServer SERVER = new StandInAxonServer().start();
    private static final AccountId ACCOUNT = new AccountId("acme");

    @RegisterExtension
    @Order(1)
    static final PostgresForTests POSTGRES = new PostgresForTests();

    @RegisterExtension
    @Order(2)
    static final RunningLedger LEDGER = new RunningLedger(POSTGRES, "ledger.axon-server=" + SERVER.address());

    private static BusClient bus;

    @BeforeAll
    static void connect() {
        LedgerClient http = LEDGER.client();
        http.put("/v1/accounts/acme", "{}").is(201);
        http.post(
                        "/v1/accounts/acme/grants",
                        "g",
                        "{\"amount\":100,\"source\":\"promotional\",\"description\":\"Welcome\"}")
                .is(201);
        bus = new BusClient(SERVER.address());
    }

    @AfterAll
    static void close() {
        bus.close();
        LEDGER.stop();
        SERVER.close();
    }

    @Test
    void spendsAndSeesTheBalance() {
        Recorded consumed = bus.consume(consume(ACCOUNT, "spend", 40)).join();

        assertThat(consumed.fact()).isInstanceOfSatisfying(CreditsConsumed.class, fact -> assertThat(fact.amount())
                .isEqualTo(Credits.of(40)));
        assertThat(consumed.replayed()).isFalse();
        assertThat(bus.consume(consume(ACCOUNT, "spend", 40)).join()).isEqualTo(consumed.asReplayed());
        assertThat(bus.balance(ACCOUNT, consumed.revision()).join())
                .get()
                .extracting(BalanceView::available)
                .isEqualTo(60L);
    }

    @Test
    void isToldWhyItWasRefusedAsData() {
        assertThat(refusalOf(consume(new AccountId("nobody"), "k", 1))).contains(new AccountNotFound("nobody"));
        assertThat(refusalOf(consume(ACCOUNT, "too much", 1_000)))
                .get()
                .isInstanceOfSatisfying(InsufficientCredits.class, rejection -> assertThat(rejection.requested())
                        .isEqualTo(1_000));
    }

    private static Optional<LedgerRejection> refusalOf(ConsumeCredits command) {
        return bus.consume(command)
                .handle((_, failure) -> BusClient.refusalOf(failure))
                .join();
    }

    /** So the process that has the account in memory gets its commands, whoever sends them. */
    @Test
    void sendsCommandsToWhereTheAccountIs() {
        assertThat(refusalOf(consume(new AccountId("routed"), "k", 1))).isPresent();

        assertThat(SERVER.routingKeys()).contains("routed").isSubsetOf("routed", "acme", "nobody");
    }

    private static ConsumeCredits consume(AccountId account, String key, long amount) {
        return new ConsumeCredits(
                account, new IdempotencyKey(key), Credits.of(amount), "Website generation", null, Metadata.NONE);
    }
}
