package io.creditledger.service.platform.security;

import io.creditledger.service.platform.http.HttpProperties;
import io.creditledger.service.purchase.BrowserPayments;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** What browsers are told, whoever answers them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(BrowserProperties.class)
class BrowserConfiguration {

    /** After the filter that believes a proxy, which knows whether the browser came by TLS. */
    private static final int BEFORE_WHOEVER_REFUSES = Ordered.HIGHEST_PRECEDENCE + 1;

    @Bean
    BrowserHeaders browserHeaders(BrowserProperties properties, ObjectProvider<BrowserPayments> payments) {
        return new BrowserHeaders(properties, payments.getIfAvailable());
    }

    @Bean
    OtherOrigins otherOrigins(BrowserProperties properties, HttpProperties http) {
        return new OtherOrigins(properties, http);
    }

    /** Not Spring Security's own place for it: what its firewall and our other filters refuse would go out without. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> browserHeadersFilter(BrowserHeaders headers) {
        FilterRegistrationBean<HeaderWriterFilter> filter = new FilterRegistrationBean<>(new OnEveryAnswer(headers));
        filter.setOrder(BEFORE_WHOEVER_REFUSES);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }

    /** Writes when the answer goes out, so nothing that is reset before can take the headers away. */
    private static final class OnEveryAnswer extends HeaderWriterFilter {

        private OnEveryAnswer(HeaderWriter headers) {
            super(List.of(headers));
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }
    }
}
