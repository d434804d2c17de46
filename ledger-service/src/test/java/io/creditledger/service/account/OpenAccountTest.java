package io.creditledger.service.account;

import static io.creditledger.service.account.AccountVocabulary.ALICE;
import static io.creditledger.service.account.AccountVocabulary.account;
import static io.creditledger.service.account.AccountVocabulary.balance;
import static io.creditledger.service.account.AccountVocabulary.grant;
import static io.creditledger.service.account.AccountVocabulary.open;
import static io.creditledger.service.account.AccountVocabulary.opened;

import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.events.AccountDetailsChanged;
import io.creditledger.api.account.events.AccountOpened;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAccountTest {

    private static final Metadata GOLD = new Metadata(Map.of("tier", "gold"));

    @Test
    void opensWithNothingInIt() {
        account()
                .givenNoPriorActivity()
                .when(new OpenAccount(ALICE, "Alice", GOLD))
                .expectEvents(new AccountOpened(ALICE, "Alice", GOLD));
    }

    @Test
    void opensOnce() {
        account()
                .given(opened())
                .when(open())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void changesDetailsThatDiffer() {
        account()
                .given(opened())
                .andGivenCommands(grant("g", 100))
                .when(new OpenAccount(ALICE, "Alice Ltd.", null))
                .expectEvents(new AccountDetailsChanged(ALICE, "Alice Ltd.", Metadata.NONE, balance(100, 0)));
    }

    @Test
    void leavesDetailsThatAreNotGiven() {
        account().given(new AccountOpened(ALICE, "Alice", GOLD)).when(open()).expectNoEvents();
    }

    @Test
    void refusesAnOverlongName() {
        account()
                .givenNoPriorActivity()
                .when(new OpenAccount(ALICE, "x".repeat(201), null))
                .expectNoEvents()
                .expectExceptionDetails(new InvalidCommand("displayName", "must be 1 to 200 characters"));
    }

    @Test
    void refusesNotesThatAreNoTextNumberOrBoolean() {
        account()
                .givenNoPriorActivity()
                .when(new OpenAccount(ALICE, null, new Metadata(Map.of("nested", List.of()))))
                .expectNoEvents()
                .expectExceptionDetails(InvalidCommand.class);
    }
}
