package io.creditledger.service.demo;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.api.money.Credits;
import io.creditledger.service.access.DashboardSessions;
import io.creditledger.service.platform.http.Answers;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The account that shows what a dashboard shows: it has credits and has spent some, and says where to look at it. */
@Component
@ConditionalOnBooleanProperty("ledger.demo")
class DemoAccount {

    static final AccountId ID = new AccountId("demo");

    /** What one more website costs. */
    static final Credits GENERATION = Credits.of(420);

    static final String DESCRIPTION = "Website generation";

    static final List<Website> WEBSITES = List.of(
            website("bakery", "Corner Bakery"),
            website("cycling", "Cycling Club"),
            website("florist", "Green Florist"),
            website("yoga", "Morning Yoga"));

    private static final Credits WELCOME = Credits.of(25_000);

    /** Which website each of the first generations was for: not all alike, or there were nothing to compare. */
    private static final List<Integer> SPENT_BEFORE = List.of(0, 1, 0, 2, 0, 1, 3, 0, 1, 2, 0);

    private static final Duration SESSION = Duration.ofHours(12);

    private final CommandGateway commands;
    private final Answers answers;
    private final DashboardSessions sessions;

    DemoAccount(CommandGateway commands, Answers answers, DashboardSessions sessions) {
        this.commands = commands;
        this.answers = answers;
        this.sessions = sessions;
    }

    private static Website website(String id, String name) {
        return new Website(id, name, "https://" + id + ".example");
    }

    /** Whatever is there already stays: each step has a key of its own, and takes effect once in the life of the ledger. */
    @EventListener
    void show(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            seed();
            String token = sessions.open(ID.value(), SESSION, "demo").token();
            System.out.println(
                    "  dashboard      http://127.0.0.1:" + web.getWebServer().getPort() + "/#token=" + token);
        }
    }

    private void seed() {
        answers.<Recorded>await(commands.send(new OpenAccount(ID, "Demo account", null)));
        answers.<Recorded>await(commands.send(new GrantCredits(
                ID,
                new IdempotencyKey("demo-welcome"),
                WELCOME,
                LotSource.PROMOTIONAL,
                "Welcome credits",
                null,
                null,
                null)));
        for (int number = 0; number < SPENT_BEFORE.size(); number++) {
            Website website = WEBSITES.get(SPENT_BEFORE.get(number));
            spend(website, Credits.of(GENERATION.amount() + 35L * number), new IdempotencyKey("demo-" + number));
        }
    }

    Recorded spend(Website website, Credits amount, IdempotencyKey key) {
        return answers.await(commands.send(new ConsumeCredits(ID, key, amount, DESCRIPTION, website, Metadata.NONE)));
    }
}
