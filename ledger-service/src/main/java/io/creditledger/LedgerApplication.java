package io.creditledger;

import io.creditledger.service.audit.cli.AuditCommandLine;
import io.creditledger.service.platform.threads.CarrierThreads;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the credit ledger, or the client of one that audits it. Without Axon's update checker, so that nothing calls home, and without XStream, which nothing is stored with. */
@SpringBootApplication(exclude = {UpdateCheckerAutoConfiguration.class, XStreamAutoConfiguration.class})
public class LedgerApplication {

    public static void main(String[] arguments) {
        CarrierThreads.watch();
        if (AuditCommandLine.isMeant(arguments)) {
            System.exit(AuditCommandLine.run(AuditCommandLine.following(arguments)));
        }
        // Else the first thing that a log says is an advertisement.
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(LedgerApplication.class, arguments);
    }
}
