package io.creditledger.service.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages of the dashboard. Each address of theirs is answered with the same page, whose script shows what the address names. Its
 * assets have a hash of their content in their names, so what a browser has it need never ask for again; the page itself it asks for
 * every time.
 */
@Configuration(proxyBeanMethods = false)
public class DashboardPages implements WebMvcConfigurer {

    private static final String RESOURCES = "classpath:/META-INF/resources/";
    private static final String PAGE = "/index.html";
    private static final String ASSETS = "/assets/**";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static final List<String> ADDRESSES = List.of(
            "/",
            "/transactions",
            "/usage",
            "/payment-methods",
            "/auto-top-up",
            "/receipts",
            "/settings/alerts",
            "/console",
            "/console/**");
    private static final List<String> FILES = List.of(PAGE, "/theme.js", "/favicon.svg");

    /** The addresses of pages and their parts: everybody may load them, for what they show comes from elsewhere. */
    public static List<String> patterns() {
        return Stream.of(ADDRESSES, FILES, List.of(ASSETS))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        ADDRESSES.forEach(address -> registry.addViewController(address).setViewName("forward:" + PAGE));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(ASSETS)
                .addResourceLocations(RESOURCES + "assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
        registry.addResourceHandler(FILES.toArray(String[]::new))
                .addResourceLocations(RESOURCES)
                .setCacheControl(CacheControl.noCache());
    }
}
