package io.creditledger.service.platform.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where limits are looked at. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class LimitsConfiguration implements WebMvcConfigurer {

    /** After the one that knows who may do what. */
    private static final int AFTER_ACCESS = 10;

    private final RequestRates rates;

    LimitsConfiguration(RequestRates rates) {
        this.rates = rates;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccountRateInterceptor(rates)).order(AFTER_ACCESS);
    }
}
