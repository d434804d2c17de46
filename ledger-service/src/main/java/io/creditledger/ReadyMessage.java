package io.creditledger;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the ledger where it is and which key opens it. On standard output, since it is no log entry. */
@Component
class ReadyMessage {

    private final boolean keyIsGiven;
    private final String stripe;
    private final boolean simulated;

    ReadyMessage(
            @Value("${ledger.api-key:}") String apiKey,
            @Value("${ledger.stripe.api-base:}") String stripe,
            @Value("${ledger.stripe.simulator:false}") boolean simulated) {
        this.keyIsGiven = !apiKey.isBlank();
        this.stripe = stripe;
        this.simulated = simulated;
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String address = "http://127.0.0.1:" + web.getWebServer().getPort();
            System.out.println("Credit Ledger is ready at " + address);
            System.out.println("  documentation  " + address + "/docs");
            System.out.println("  key            " + key());
            if (simulated) {
                System.out.println("  payments       simulated at " + stripe + ": no real money moves");
            }
        }
    }

    private String key() {
        return keyIsGiven
                ? "the one in LEDGER_API_KEY"
                : "the one that was printed when this data directory was first used; LEDGER_API_KEY sets another";
    }
}
