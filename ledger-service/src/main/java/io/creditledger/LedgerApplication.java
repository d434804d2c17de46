package io.creditledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the credit ledger. */
@SpringBootApplication
public class LedgerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LedgerApplication.class, arguments);
    }
}
