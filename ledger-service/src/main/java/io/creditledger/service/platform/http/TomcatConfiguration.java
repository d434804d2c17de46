package io.creditledger.service.platform.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.util.unit.DataSize;

/** What Tomcat does by itself, it does our way. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesInTime(
            HttpProperties properties, @Value("${server.tomcat.max-swallow-size:2MB}") DataSize maxUnread) {
        return factory -> factory.addEngineValves(new SlowBodyValve(properties.bodyTimeout(), maxUnread.toBytes()));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastAnswers(Draining draining) {
        return factory -> factory.addEngineValves(new DrainingValve(draining::isDraining));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat(ObjectProvider<HeaderWriter> headers) {
        return factory -> {
            factory.addEngineValves(new StoppingValve(headers::getObject));
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass("");
                    host.getPipeline().addValve(new ProblemErrorReportValve(headers::getObject));
                }
            });
        };
    }
}
