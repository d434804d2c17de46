package io.creditledger.service.conformance;

import io.creditledger.service.conformance.Mutation.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that can be done to a valid request. */
final class Mutations {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String PLACE = "\"place of what is put in\"";

    /** As they are written in JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "-0",
            "1.5",
            "1e400",
            "-1e-400",
            "1e999999999",
            "1e99999999999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "9".repeat(99),
            "9".repeat(2_000),
            "NaN",
            "\"\"",
            "\" \"",
            "\"1\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0085\\u2028\"",
            "\"\\u001b[31m\"",
            "\"" + "x".repeat(60_000) + "\"",
            "\"" + "\\ud83d\\ude00".repeat(3_000) + "\"",
            "\"2026-02-30T25:61:61Z\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"javascript:alert(1)\"",
            "\"'; drop table accounts; --\"",
            "[]",
            "[null]",
            "{}",
            "{\"id\":null}",
            "{\"a\":{\"b\":{\"c\":[]}}}",
            "[".repeat(40) + "]".repeat(40));

    private static final List<String> PARAMETERS = List.of(
            "",
            "0",
            "-1",
            "1.5",
            "1e3",
            "9223372036854775808",
            "99999999999999999999999999",
            "%00",
            "%ff",
            "%c0%80",
            "%ed%a0%80",
            "%F0%9F%98%80",
            "%0d%0aX-Injected:%20yes",
            "%27%3B--",
            "%25%5F%25",
            "true%20",
            "2026-02-30T00:00:00Z",
            "+999999999-12-31T23:59:59%2B18:00",
            "0000-01-01T00:00:00Z",
            "x".repeat(3_000),
            cursor("transactions -1"),
            cursor("transactions 9223372036854775808"),
            cursor("accounts \u0000"),
            cursor("websites 7.\u0000"),
            cursor("websites 7"),
            cursor("closed-lots 7.x"),
            cursor("open-lots "),
            cursor("purchases 1e3"));

    private static final List<String> IDS = List.of(
            "%2F",
            "a%2Fb",
            "..",
            "%2e%2e",
            ".",
            "%00",
            "a%00b",
            "%",
            "%zz",
            "%ff",
            "%c3%28",
            "a;b=c",
            ";",
            "a%3Bb",
            "a%5Cb",
            "a%20b",
            "a+b",
            "%C3%A9",
            "*",
            "x".repeat(65),
            "x".repeat(300),
            "x".repeat(5_000),
            "nobody");

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json-patch+json",
            "application/*",
            "*/*",
            "json",
            "/",
            ";");

    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get");

    private final ApiDocument document;
    private final ApiOperation operation;
    private final Random random;
    private final List<Mutation> mutations = new ArrayList<>();

    private Mutations(ApiDocument document, ApiOperation operation, Random random) {
        this.document = document;
        this.operation = operation;
        this.random = random;
    }

    /** One of each kind. */
    static List<Mutation> of(ApiDocument document, ApiOperation operation, RawRequest valid, Random random) {
        Mutations made = new Mutations(document, operation, random);
        made.ofMethod(valid);
        made.ofAddress(valid);
        made.ofQuery(valid);
        made.ofHeaders(valid);
        if (operation.takesBody()) {
            RawRequest full = valid.withoutHeader("Content-Type").withHeader("Content-Type", "application/json");
            made.ofBytes(full.body() == null || full.body().length == 0 ? full.withBody("{}") : full);
            made.ofMediaType(full.withBody("{\"a\":1}"));
            if (operation.needsBody()) {
                made.ofJson(valid);
            }
        }
        return made.mutations;
    }

    private void ofMethod(RawRequest valid) {
        String method = any(METHODS);
        if (!document.has(method, operation.path())) {
            add("another method", valid.withMethod(method), Verdict.NO_OPERATION);
        }
    }

    private void ofAddress(RawRequest valid) {
        for (String name : operation.namesInPath()) {
            List<String> template = List.of(operation.path().split("/"));
            List<String> written = new ArrayList<>(List.of(valid.path().split("/")));
            written.set(template.indexOf("{" + name + "}"), any(IDS));
            add("a strange " + name, valid.withPath(String.join("/", written)), Verdict.MAYBE_ELSEWHERE);
        }
        add("a slash at the end", valid.withPath(valid.path() + "/"), Verdict.MAYBE_ELSEWHERE);
        add("two slashes", valid.withPath(valid.path().replaceFirst("/v1/", "/v1//")), Verdict.MAYBE_ELSEWHERE);
    }

    private void ofQuery(RawRequest valid) {
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asString();
            add(
                    "a strange " + name,
                    without(valid, name).withQuery(name + "=" + any(valuesOf(name))),
                    Verdict.DOCUMENTED);
            add(name + " twice", valid.withQuery(name + "=1").withQuery(name + "=1"), Verdict.DOCUMENTED);
        }
        add("an unknown parameter", valid.withQuery("unknown=" + any(PARAMETERS)), Verdict.DOCUMENTED);
        add("a parameter that is not well-formed", valid.withQuery("x=%zz"), Verdict.DOCUMENTED);
        add("ten thousand parameters", valid.withQuery(manyParameters()), Verdict.NO_OPERATION);
    }

    private static List<String> valuesOf(String name) {
        // Anywhere else it may be right.
        return name.equals("limit")
                ? Stream.concat(PARAMETERS.stream(), Stream.of("201")).toList()
                : PARAMETERS;
    }

    private static String manyParameters() {
        return IntStream.range(0, 10_000).mapToObj(index -> "a=").collect(Collectors.joining("&"));
    }

    private static RawRequest without(RawRequest request, String parameter) {
        List<String> query = request.query().stream()
                .filter(written -> !written.startsWith(parameter + "="))
                .toList();
        return new RawRequest(
                request.method(), request.path(), query, request.headers(), request.body(), request.chunked());
    }

    private void ofHeaders(RawRequest valid) {
        Verdict unauthorized = operation.isProtected() ? Verdict.REFUSED : Verdict.DOCUMENTED;
        RawRequest anonymous = valid.withoutHeader("Authorization");
        add("no key", anonymous, unauthorized);
        add(
                "a wrong key",
                anonymous.withHeader(
                        "Authorization",
                        any(List.of("Bearer", "Bearer  ", "Basic a2V5", "Bearer kez", "\u00ff", "key"))),
                unauthorized);
        add(
                "a strange Accept",
                valid.withoutHeader("Accept")
                        .withHeader(
                                "Accept",
                                any(List.of("application/xml", "text/html", "*/*;q=0", "garbage", "a/b/c", "", "*"))),
                Verdict.DOCUMENTED);
        add("a huge header", valid.withHeader("X-Filler", "x".repeat(100_000)), Verdict.NO_OPERATION);
        add("a thousand headers", manyHeaders(valid), Verdict.NO_OPERATION);
        add("gzip that is none", valid.withHeader("Content-Encoding", "gzip"), Verdict.DOCUMENTED);
        add(
                "a conditional request",
                valid.withHeader("If-Match", "\"x\"").withHeader("Range", "bytes=5-1"),
                Verdict.DOCUMENTED);
        add("a foreign origin", valid.withHeader("Origin", "https://evil.example"), Verdict.DOCUMENTED);
        add("another host", valid.withHeader("X-Forwarded-Host", "evil.example:99999"), Verdict.DOCUMENTED);
        for (JsonNode parameter : operation.parameters("header")) {
            String name = parameter.path("name").asString();
            add(
                    "a strange " + name,
                    valid.withoutHeader(name)
                            .withHeader(
                                    name,
                                    any(List.of(
                                            "",
                                            " ",
                                            "x".repeat(256),
                                            "x".repeat(5_000),
                                            "\u00e9",
                                            "a\tb",
                                            "-1",
                                            "9223372036854775808"))),
                    Verdict.DOCUMENTED);
            add(name + " twice", valid.withHeader(name, "1").withHeader(name, "2"), Verdict.DOCUMENTED);
        }
        if (operation.needsHeader(IDEMPOTENCY_KEY)) {
            add("no idempotency key", valid.withoutHeader(IDEMPOTENCY_KEY), Verdict.REFUSED);
        }
    }

    private static RawRequest manyHeaders(RawRequest valid) {
        RawRequest request = valid;
        for (int index = 0; index < 1_000; index++) {
            request = request.withHeader("X-" + index, "x");
        }
        return request;
    }

    private void ofBytes(RawRequest full) {
        byte[] body = Objects.requireNonNull(full.body());
        String text = new String(body, StandardCharsets.UTF_8);
        int cut = 1 + random.nextInt(Math.max(1, body.length - 1));
        add("half a body", full.withBody(text.substring(0, Math.min(cut, text.length() - 1))), Verdict.REFUSED);
        add("more after the end", full.withBody(text + any(List.of("{}", ",", "x", "]"))), Verdict.REFUSED);
        add("a zero at the end", full.withBody(text + "\u0000"), Verdict.REFUSED);
        add("no object", full.withBody(any(List.of("[]", "null", "1", "\"\"", "true", "[{}]"))), Verdict.REFUSED);
        add(
                "an unknown field",
                full.withBody("{\"unknown\":1" + (text.equals("{}") ? "" : ",") + text.substring(1)),
                Verdict.REFUSED);
        add("a field twice", full.withBody("{\"a\":1,\"a\":2}"), Verdict.REFUSED);
        add("deep nesting", full.withBody("{\"a\":" + "[".repeat(10_000)), Verdict.REFUSED);
        add(
                "a thousand unknown fields",
                full.withBody(IntStream.range(0, 1_000)
                        .mapToObj(index -> "\"f" + index + "\":0")
                        .collect(Collectors.joining(",", "{", "}"))),
                Verdict.REFUSED);
        add("a name that is half a character", full.withBody("{\"\\ud800\\u0000\":1}"), Verdict.REFUSED);
        add("flipped bits", full.withBody(flipped(body)), Verdict.DOCUMENTED);
        add("another charset", full.withBody(text.getBytes(StandardCharsets.UTF_16)), Verdict.DOCUMENTED);
        add("a mark of its byte order", full.withBody("\ufeff" + text), Verdict.DOCUMENTED);
        add(
                "text that is no UTF-8",
                full.withBody(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}),
                Verdict.REFUSED);
        add("a megabyte and more", full.withBody(" ".repeat(2_200_000) + text), Verdict.REFUSED);
        add("a megabyte in chunks", full.withBody(" ".repeat(2_200_000) + text).inChunks(), Verdict.REFUSED);
        add("chunks", full.inChunks(), Verdict.DOCUMENTED);
        if (operation.needsBody()) {
            add("no body", full.withBody(""), Verdict.REFUSED);
        }
    }

    private byte[] flipped(byte[] body) {
        byte[] changed = body.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private void ofMediaType(RawRequest full) {
        add(
                "another media type",
                full.withoutHeader("Content-Type").withHeader("Content-Type", any(MEDIA_TYPES)),
                Verdict.REFUSED);
        add("no media type", full.withoutHeader("Content-Type"), Verdict.REFUSED);
        add(
                "a charset",
                full.withoutHeader("Content-Type").withHeader("Content-Type", "application/json;charset=utf-16"),
                Verdict.DOCUMENTED);
    }

    /** Something done to one place of the document that the body is. */
    private void ofJson(RawRequest valid) {
        byte[] body = Objects.requireNonNull(valid.body());
        for (int times = 0; times < 8; times++) {
            JsonNode tree = JsonMapper.shared().readTree(body);
            String value = any(VALUES);
            putPlaceSomewhere(tree);
            add("a strange value", valid.withBody(tree.toString().replace(PLACE, value)), Verdict.DOCUMENTED);
        }
        for (JsonNode name : document.resolved(operation.bodySchema()).path("required")) {
            ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(body);
            tree.remove(name.asString());
            add("no " + name.asString(), valid.withBody(tree.toString()), Verdict.REFUSED);
        }
    }

    private void putPlaceSomewhere(JsonNode tree) {
        List<Runnable> places = new ArrayList<>();
        collect(tree, places);
        any(places).run();
    }

    private static void collect(JsonNode node, List<Runnable> places) {
        String place = PLACE.substring(1, PLACE.length() - 1);
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                places.add(() -> object.put(name, place));
                collect(object.path(name), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int position = index;
                places.add(() -> array.set(position, array.stringNode(place)));
                collect(array.get(index), places);
            }
        }
    }

    private static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private void add(String name, RawRequest request, Verdict verdict) {
        mutations.add(new Mutation(name, request, verdict));
    }
}
