package io.creditledger.service.purchase.stripe;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there is a secret key: the ledger is whole without Stripe, only nothing can be bought. */
final class StripeIsConfigured implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String key = context.getEnvironment().getProperty("ledger.stripe.secret-key");
        return key != null && !key.isBlank();
    }
}
