package io.creditledger.service.platform.security;

import io.creditledger.service.access.Access;
import io.creditledger.service.access.AccessTrail;
import io.creditledger.service.access.Reach;
import io.creditledger.service.access.Scope;
import io.creditledger.service.platform.limits.RequestRates;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Spring Security tells who a request is from, and closes everything that is not said to be open; what a caller needs for an
 * operation stands at the operation.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(TokenProperties.class)
class SecurityConfiguration implements WebMvcConfigurer {

    private final AccessTrail trail;

    SecurityConfiguration(AccessTrail trail) {
        this.trail = trail;
    }

    /** In this order: what a caller may not do leaves no trace. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor());
        registry.addInterceptor(new TraceInterceptor(trail));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerOfRequest());
    }

    /** Whoever asks for these is not even looked at: a cookie that has become stale closes no page. */
    @Bean
    @Order(1)
    SecurityFilterChain openPaths(HttpSecurity http, OtherOrigins origins) {
        http.securityMatcher(OpenPaths.matcher());
        http.csrf(AbstractHttpConfigurer::disable);
        return plain(http, origins).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain closedPaths(HttpSecurity http, OtherOrigins origins, AuthenticationManager callers) {
        http.csrf(csrf -> csrf.csrfTokenRepository(new CsrfTokens())
                .csrfTokenRequestHandler(new CsrfTokens.InHeader())
                .requireCsrfProtectionMatcher(CsrfTokens::areNeededFor));
        http.addFilterAt(bearers(callers), BearerTokenAuthenticationFilter.class);
        http.exceptionHandling(handling ->
                handling.authenticationEntryPoint(Refusals::unknown).accessDeniedHandler(Refusals::forbidden));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/projections", "/actuator/projections/**")
                .access(everywhere(Scope.AUDIT))
                .requestMatchers(HttpMethod.GET, "/actuator/prometheus", "/actuator/metrics/**", "/actuator/info")
                .access(everywhere(Scope.QUERY))
                .requestMatchers("/actuator", "/actuator/**")
                .access(everywhere(Scope.ADMIN))
                .anyRequest()
                .authenticated());
        return plain(http, origins).build();
    }

    /** Without what Spring Security does for pages with forms. */
    private static HttpSecurity plain(HttpSecurity http, OtherOrigins origins) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(AbstractHttpConfigurer::disable);
        http.cors(AbstractHttpConfigurer::disable);
        origins.filter().ifPresent(http::addFilter);
        return http;
    }

    private static BearerTokenAuthenticationFilter bearers(AuthenticationManager callers) {
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(callers, new ShownSecrets());
        filter.setAuthenticationEntryPoint(Refusals::unknown);
        filter.setAuthenticationFailureHandler(Refusals::unknown);
        return filter;
    }

    /** What is about the whole ledger is for those who have all accounts. */
    private static AuthorizationManager<RequestAuthorizationContext> everywhere(Scope... sufficient) {
        return (authentication, _) ->
                new AuthorizationDecision(authentication.get() instanceof CallerAuthentication known
                        && Arrays.stream(sufficient).anyMatch(known.getPrincipal()::may)
                        && known.getPrincipal().reach() instanceof Reach.Everything);
    }

    @Bean
    AuthenticationManager callers(Access access, TokenProperties tokens, RequestRates rates) {
        List<AuthenticationProvider> providers = new ArrayList<>();
        providers.add(new KeysAndSessions(access));
        if (tokens.isConfigured()) {
            providers.add(new Tokens(tokens));
        }
        providers.add(new NobodyKnown());
        return new WaryAuthentication(new ProviderManager(providers), rates);
    }

    /** Header and parameter values are ours to judge; the firewall is for how a path is written. */
    @Bean
    StrictHttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedParameterValues(_ -> true);
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Else every filter of every request is timed and counted by itself, which costs a fifth of the throughput over HTTP. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return Refusals::malformed;
    }
}
