package io.creditledger.service.platform.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests become the words of the ledger. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final Pattern GIVEN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestBodies());
        resolvers.add(new QueryParametersOfRequest());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AcceptableAnswers());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, AccountId.class, AccountId::new);
        registry.addConverter(String.class, IdempotencyKey.class, IdempotencyKey::new);
        registry.addConverter(String.class, LotId.class, text -> new LotId(given(text)));
        registry.addConverter(String.class, ConsumptionId.class, text -> new ConsumptionId(given(text)));
        registry.addConverter(String.class, PurchaseId.class, text -> new PurchaseId(given(text)));
        registry.addConverter(String.class, PaymentMethodId.class, WebConfiguration::paymentMethod);
    }

    /** The ids that the ledger gave are made of these; anything else would only trouble the database. */
    private static String given(String id) {
        if (!GIVEN_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
        return id;
    }

    private static PaymentMethodId paymentMethod(String id) {
        if (!PaymentMethodId.isValid(id)) {
            throw new IllegalArgumentException(
                    "an id is 1 to " + PaymentMethodId.MAX_LENGTH + " of A-Z a-z 0-9 . _ : -");
        }
        return new PaymentMethodId(id);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/docs").setViewName("forward:/docs/index.html");
        registry.addViewController("/docs/").setViewName("forward:/docs/index.html");
    }
}
