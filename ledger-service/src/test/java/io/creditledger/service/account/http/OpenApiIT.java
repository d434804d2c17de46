package io.creditledger.service.account.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The checked-in OpenAPI document is the one that is served. {@code -Dopenapi.write=true} writes it anew. */
@BorderTest
class OpenApiIT {

    private static final Path FILE = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void isTheDocumentThatIsServed(@Value("${local.server.port}") int port) throws IOException {
        LedgerClient client = new LedgerClient(port);
        JsonNode served = client.send(client.anonymous("/v3/api-docs")).is(200).json();

        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, JSON.writeValueAsString(served) + "\n");
        }
        assertThat(served.at("/openapi").asString()).startsWith("3.1");
        assertThat(JSON.writeValueAsString(served) + "\n")
                .as("regenerate it with: mvn verify -pl ledger-service -am -Dit.test=OpenApiIT -Dopenapi.write=true")
                .isEqualTo(Files.readString(FILE));
    }
}
