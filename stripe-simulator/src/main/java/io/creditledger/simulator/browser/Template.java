package io.creditledger.simulator.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file beside this class, with places to fill in. */
final class Template {

    private final String content;

    private Template(String content) {
        this.content = content;
    }

    static Template of(String name) {
        try (InputStream file = Template.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no file " + name);
            }
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Template with(String place, String text) {
        return withMarkup(place, escaped(text));
    }

    Template withMarkup(String place, String markup) {
        return new Template(content.replace("{{" + place + "}}", markup));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return content;
    }
}
