package io.creditledger;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the credit ledger. Nothing of it calls home: Axon's update checker is left out. */
@SpringBootApplication(exclude = UpdateCheckerAutoConfiguration.class)
public class LedgerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LedgerApplication.class, arguments);
    }
}
