package io.creditledger.example;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.Refused;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalance;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Spends credits and looks balances up by way of Axon Server. What another service needs is here: copy it. */
public final class BusClient implements AutoCloseable {

    private final Configuration axon;

    /** @param address of Axon Server, as {@code host:port} */
    public BusClient(String address) {
        AxonServerConfiguration server = AxonServerConfiguration.builder()
                .servers(address)
                .componentName("example")
                .build();
        axon = DefaultConfigurer.defaultConfiguration()
                .registerComponent(AxonServerConfiguration.class, _ -> server)
                .configureSerializer(_ -> Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(BusClient::asTheLedger)
                        .build())
                .start();
    }

    /** A field that this version of the language does not have is left alone; lists say of each item what it is. */
    private static void asTheLedger(JsonMapper.Builder mapper) {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("io.creditledger.api.")
                                .allowIfSubType("java.lang.")
                                .allowIfSubType("java.math.")
                                .allowIfSubType("java.util.")
                                .build(),
                        DefaultTyping.JAVA_LANG_OBJECT);
    }

    /** Fails with what {@link #refusalOf} reads when the account refuses; otherwise it may be sent again with its key. */
    public CompletableFuture<Recorded> consume(ConsumeCredits command) {
        return axon.commandGateway().send(command);
    }

    /**
     * The same for a request that is followed, so that it is followed through the ledger too.
     *
     * @param traceparent where the request is in its trace, as W3C Trace Context writes it
     */
    public CompletableFuture<Recorded> consume(ConsumeCredits command, String traceparent) {
        return axon.commandGateway().send(command, MetaData.with("traceparent", traceparent));
    }

    /** Why the ledger refused, as data; nothing when it failed for another reason. */
    public static Optional<LedgerRejection> refusalOf(Throwable failure) {
        return HandlerExecutionException.resolveDetails(failure)
                .filter(Refused.class::isInstance)
                .map(details -> ((Refused) details).rejection());
    }

    /** The balance, having reached a revision; nothing while there is no such account. */
    public CompletableFuture<Optional<BalanceView>> balance(AccountId account, long minRevision) {
        return axon.queryGateway()
                .query(new FindBalance(account, minRevision), ResponseTypes.optionalInstanceOf(BalanceView.class));
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
