package io.creditledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    static List<Path> pages() throws IOException {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        for (Pages.Link link : Pages.links(page)) {
            if (link.isRelative()) {
                assertThat(link.file()).as("%s in %s", link.target(), page).matches(Files::exists, "exists");
                if (!link.heading().isEmpty()) {
                    assertThat(Pages.headings(link.file())).contains(link.heading());
                }
            }
        }
    }
}
