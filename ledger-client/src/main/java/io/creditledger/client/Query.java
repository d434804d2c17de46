package io.creditledger.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The path of a request and its query, spelt as addresses are. */
final class Query {

    private final StringBuilder text;
    private char separator = '?';

    Query(String path) {
        this.text = new StringBuilder(path);
    }

    /** A part of a path, whatever characters it has. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** With a parameter, unless it is null. */
    Query with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(separator).append(name).append('=').append(segment(value.toString()));
            separator = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
