package io.creditledger.service.purchase.http;

import io.creditledger.api.money.Price;
import io.creditledger.api.purchase.CreditPackage;
import io.creditledger.api.purchase.PaymentFailure;
import io.creditledger.api.purchase.queries.AutoTopUpView;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PurchaseView;
import io.creditledger.service.platform.http.RequiredFields;
import io.swagger.v3.oas.models.Components;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the OpenAPI document which fields of the answers about purchases are always there. */
@Configuration(proxyBeanMethods = false)
class PurchaseSchemas {

    private static final List<Class<?>> ANSWERS = List.of(
            CreditPackage.class,
            Price.class,
            PaymentFailure.class,
            PurchaseView.class,
            PaymentMethodView.class,
            AutoTopUpView.class,
            PurchaseAnswer.class,
            RefundAnswer.class,
            ShopController.BrowserConfig.class,
            PaymentMethodsController.SetupAnswer.class);

    @Bean
    OpenApiCustomizer requiredFieldsOfPurchases() {
        return document -> {
            Components components = document.getComponents();
            ANSWERS.forEach(answer -> RequiredFields.require(answer, components));
            // The fields of the purchase are its own.
            RequiredFields.require(
                    PurchaseView.class,
                    RequiredFields.schema(components, PurchasesController.ResumedPurchase.class.getSimpleName()));
        };
    }
}
