package io.creditledger.service.audit.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedFactTest {

    private static final String FACT = """
            {"eventId":"e-1","accountId":"acme","revision":0,"aggregate":"CreditAccount","type":"AccountOpened",
             "typeRevision":null,"occurredAt":"2026-11-28T00:00:00Z","payload":"{}","metadata":"{}"}""";

    @ParameterizedTest
    @ValueSource(strings = {"e-1", "acme", "CreditAccount", "AccountOpened"})
    void whatNoDatabaseCanHoldIsRefused(String text) {
        Json.MAPPER.readValue(FACT, ArchivedFact.class);

        assertThatThrownBy(() -> Json.MAPPER.readValue(FACT.replace(text, text + "\\u0000"), ArchivedFact.class))
                .hasMessageContaining("which can't be stored");
    }
}
