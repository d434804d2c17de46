package io.creditledger.service.platform.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts a mask before every appender that writes to the console or a file, as soon as the logging is configured and whatever it is
 * configured to: an operator who looks for a fault at level TRACE, or who logs JSON, must not thereby write down who may do what.
 */
final class SecretsAreMasked implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<String> SECRETS = List.of(
            "ledger.api-key",
            "ledger.database.password",
            "ledger.stripe.secret-key",
            "ledger.stripe.webhook-secrets",
            "axon.axonserver.token");

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            List<String> secrets = secrets(event.getEnvironment());
            for (Logger logger : context.getLoggerList()) {
                mask(logger.iteratorForAppenders(), secrets);
            }
        }
    }

    private static List<String> secrets(Environment environment) {
        return SECRETS.stream()
                .flatMap(name -> Stream.of(environment.getProperty(name, "").split(",")))
                .map(String::strip)
                .toList();
    }

    private static void mask(Iterator<Appender<ILoggingEvent>> appenders, List<String> secrets) {
        appenders.forEachRemaining(appender -> mask(appender, secrets));
    }

    // An appender that hands on to others is one for the same events.
    @SuppressWarnings("unchecked")
    private static void mask(Appender<ILoggingEvent> appender, List<String> secrets) {
        switch (appender) {
            case OutputStreamAppender<ILoggingEvent> writing -> secrets.forEach(masking(writing)::hide);
            case AppenderAttachable<?> handing ->
                mask(((AppenderAttachable<ILoggingEvent>) handing).iteratorForAppenders(), secrets);
            default -> {}
        }
    }

    private static MaskingEncoder masking(OutputStreamAppender<ILoggingEvent> appender) {
        if (appender.getEncoder() instanceof MaskingEncoder known) {
            return known;
        }
        MaskingEncoder masking = new MaskingEncoder(appender.getEncoder());
        masking.start();
        appender.setEncoder(masking);
        return masking;
    }
}
