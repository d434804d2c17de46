package io.creditledger.service.purchase;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.Card;
import io.creditledger.api.purchase.CustomerReference;
import io.creditledger.api.purchase.CustomerState;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseRejection.CustomerMismatch;
import io.creditledger.api.purchase.commands.ForgetCustomer;
import io.creditledger.api.purchase.commands.ForgetPaymentMethod;
import io.creditledger.api.purchase.commands.InspectCustomer;
import io.creditledger.api.purchase.commands.RecordPaymentMethods;
import io.creditledger.api.purchase.commands.RegisterCustomer;
import io.creditledger.api.purchase.queries.FindAccountOfCustomer;
import io.creditledger.service.purchase.PaymentNews.CardsChanged;
import io.creditledger.service.purchase.PaymentNews.CustomerDeleted;
import io.creditledger.service.purchase.PaymentNews.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/** Accounts as customers of the payment provider, and their cards. */
public final class Customers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LedgerCommands commands;
    private final QueryGateway queries;
    private final PaymentGateway gateway;

    Customers(LedgerCommands commands, QueryGateway queries, PaymentGateway gateway) {
        this.commands = commands;
        this.queries = queries;
        this.gateway = gateway;
    }

    /** Whom the payment provider knows the account as; it is told of the account if it does not yet. */
    CustomerReference of(AccountId account) {
        CustomerState state = inspect(account);
        CustomerReference known = state.customerReference();
        return known != null ? known : create(account, state);
    }

    private CustomerState inspect(AccountId account) {
        return commands.send(new InspectCustomer(account), CustomerState.class);
    }

    private CustomerReference create(AccountId account, CustomerState state) {
        CustomerReference made = gateway.createCustomer(account, state.displayName(), state.customersBefore());
        CustomerReference standing = commands.send(new RegisterCustomer(account, made), CustomerState.class)
                .customerReference();
        return standing == null ? made : standing;
    }

    /**
     * Prepares that a card is saved.
     *
     * @param key names the request: repeated, it prepares the same
     */
    public CardSetup setUpCard(AccountId account, String key) {
        CustomerReference customer = of(account);
        try {
            return gateway.setUpCard(account, customer, key);
        } catch (PaymentProviderException.Refused refused) {
            if (!refused.isAboutCustomer()) {
                throw refused;
            }
            commands.send(new ForgetCustomer(account, customer), Object.class);
            return gateway.setUpCard(account, of(account), key);
        }
    }

    /** Has the cards forgotten that the account has removed. */
    public void finishRemovals(AccountId account) {
        for (PaymentMethodId card : inspect(account).removals()) {
            gateway.forgetCard(card);
            commands.send(new ForgetPaymentMethod(account, card), Object.class);
        }
    }

    /** Looks which cards a customer has. */
    Verdict learn(CardsChanged news) {
        AccountId said = news.accountId();
        Optional<AccountId> account = said == null ? accountOf(news.customerReference()) : Optional.of(said);
        if (account.isEmpty()) {
            return Verdict.UNKNOWN_YET;
        }
        List<Card> cards = gateway.cards(news.customerReference());
        try {
            commands.send(new RecordPaymentMethods(account.get(), news.customerReference(), cards), Object.class);
            return Verdict.LEARNT;
        } catch (RefusedException refused) {
            return refused.refusal().rejection() instanceof CustomerMismatch
                    ? Verdict.CONTRADICTED
                    : Verdict.UNKNOWN_YET;
        }
    }

    Verdict learn(CustomerDeleted news) {
        Optional<AccountId> account = accountOf(news.customerReference());
        account.ifPresent(known -> commands.send(new ForgetCustomer(known, news.customerReference()), Object.class));
        return account.isPresent() ? Verdict.LEARNT : Verdict.UNKNOWN_YET;
    }

    private Optional<AccountId> accountOf(CustomerReference customer) {
        try {
            return queries.query(new FindAccountOfCustomer(customer), ResponseTypes.optionalInstanceOf(AccountId.class))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the read models do not say whose customer it is", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the ledger is stopping", stopping);
        }
    }
}
