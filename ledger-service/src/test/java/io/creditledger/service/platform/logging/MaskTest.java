package io.creditledger.service.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private final Mask mask = new Mask();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    key sk_test_canary1 used             | key sk_test_*** used
                    key rk_live_canary1, used            | key rk_live_***, used
                    [whsec_canary/+=]                    | [whsec_***]
                    "pi_3Abc_secret_Def456"              | "pi_3Abc_secret_***"
                    client_secret=seti_1_secret_Xyz&a=b  | client_secret=seti_1_secret_***&a=b
                    with clk_canary-of_tests.            | with clk_***.
                    with cls_canary-of_tests;            | with cls_***;
                    {Authorization: Bearer canary.x}     | {Authorization: Bearer ***}
                    authorization: bearer canary         | authorization: bearer ***
                    {Authorization: Basic Y2FuYXJ5Og==}  | {Authorization: ***}
                    token eyJhbGciOi.eyJzdWIiOi.c2lnbg   | token ***
                    card[cvc]=737&x                      | card[cvc]=***&x
                    "cvc":"7373"                         | "cvc":"***"
                    card[number]=4242424242424242&x      | card[number]=***&x
                    4000 0027 6000 3184 was typed        | *** was typed
                    5555-5555-5555-4444                  | ***
                    amex 378282246310005                 | amex ***
                    """)
    void takesOut(String text, String masked) {
        assertThat(mask.takenOutOf(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424241 fails its check",
                "1764005935123456789 nanoseconds",
                "1764005935123 milliseconds",
                "2026-11-24T17:44:31.684Z TRACE 5167",
                "pm_4242424242424242 is an identifier",
                "0.4242424242424242 is a fraction",
                "42424242424242424242424242 is too long",
                "pk_test_browsers is for everybody",
                "task_id and disk_full",
                "the Bearer"
            })
    void leavesTheRest(String text) {
        assertThat(mask.takenOutOf(text)).isEqualTo(text);
    }

    @Test
    void takesOutThePasswordOfTheStatementThatMakesARole() {
        assertThat(mask.takenOutOf("Parse(query=\"create role ledger login password 'canary'\",oids={})"))
                .isEqualTo("Parse(query=\"create role ledger login password '***'\",oids={})");
    }

    @Test
    void takesOutWhatItWasToldOf() {
        mask.hide("canary, of no known shape");
        mask.hide("tiny");

        assertThat(mask.takenOutOf("password=canary, of no known shape; tiny")).isEqualTo("password=***; tiny");
    }
}
