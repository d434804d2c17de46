package io.creditledger.simulator.stripe;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An address, with parts in braces that vary, and what is done there. */
record Route(String method, String template, boolean openToBrowsers, Function<Call, ObjectNode> operation) {

    static Route get(String template, Function<Call, ObjectNode> operation) {
        return new Route("GET", template, false, operation);
    }

    static Route post(String template, Function<Call, ObjectNode> operation) {
        return new Route("POST", template, false, operation);
    }

    static Route delete(String template, Function<Call, ObjectNode> operation) {
        return new Route("DELETE", template, false, operation);
    }

    /** Also for whoever has only the publishable key. */
    Route openedToBrowsers() {
        return new Route(method, template, true, operation);
    }

    /** What stands where the template varies, or null if this is another address. */
    @Nullable
    Map<String, String> match(String requestMethod, String path) {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (!method.equals(requestMethod) || expected.length != actual.length) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{") && !actual[i].isEmpty()) {
                variables.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return null;
            }
        }
        return variables;
    }
}
