package io.creditledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.account.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void isTheSameForEver() {
        // Ids of lots and consumptions are made of it: another outcome here would orphan every stored one.
        assertThat(RequestId.of(new AccountId("acme"), new IdempotencyKey("job-1"))
                        .value())
                .isEqualTo("sezKP-puu4bKX1nwykD9Fw");
    }

    @Test
    void tellsAccountsAndKeysApart() {
        assertThat(RequestId.of(new AccountId("a"), new IdempotencyKey("bc")))
                .isNotEqualTo(RequestId.of(new AccountId("ab"), new IdempotencyKey("c")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tab\there", "ümlaut", "line\nbreak", "\u007f"})
    void refusesKeysThatAreNotPrintable(String key) {
        assertThatThrownBy(() -> new IdempotencyKey(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesKeysOver255Characters() {
        assertThat(IdempotencyKey.isValid("x".repeat(255))).isTrue();
        assertThat(IdempotencyKey.isValid("x".repeat(256))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "sl/ash", "ümlaut", "a\u0000b"})
    void refusesAccountIdsWithOtherCharacters(String id) {
        assertThat(AccountId.isValid(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "A.b_c:d-9"})
    void takesAccountIdsOfItsAlphabet(String id) {
        assertThat(AccountId.isValid(id)).isTrue();
    }
}
