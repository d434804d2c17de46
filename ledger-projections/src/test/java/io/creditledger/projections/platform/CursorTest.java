package io.creditledger.projections.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditledger.api.account.Website;
import io.creditledger.projections.platform.Cursor.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor WEBSITES = new Cursor("websites");

    @Test
    void theLongestIdHasItsPlace() {
        Place last = new Place(Long.MAX_VALUE, "\ud83d\ude00".repeat(Website.MAX_ID_LENGTH));

        assertThat(WEBSITES.place(WEBSITES.at(last))).hasValue(last);
    }

    @Test
    void whatNoTableCanBeAskedForIsRefused() {
        isRefused(WEBSITES.at("7.\u0000"));
        isRefused(WEBSITES.at("7"));
        isRefused(WEBSITES.at("-7.a"));
        isRefused(new Cursor("lots").at("7.a"));
        isRefused(WEBSITES.at("7.a") + "==");
    }

    @Test
    void halfACharacterIsRefused() {
        byte[] bytes = "websites 7.\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        isRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "websites", "?", "d2Vic2l0ZXM"})
    void whatIsNoCursorIsRefused(String text) {
        isRefused(text);
    }

    private static void isRefused(String cursor) {
        assertThatThrownBy(() -> WEBSITES.place(cursor)).isInstanceOf(QueryExecutionException.class);
    }
}
