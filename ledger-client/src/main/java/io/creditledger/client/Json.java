package io.creditledger.client;

import io.creditledger.api.LedgerRejection;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.purchase.queries.PaymentMethodView;
import io.creditledger.api.purchase.queries.PurchaseView;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The contract's JSON. Fields that are not known are those of a later ledger, and nothing to stumble over. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private Json() {}

    /** What a text is in Java. */
    interface Reading<T> {

        /**
         * What it is.
         *
         * @throws IOException if it is not what the contract says
         */
        T of(String json) throws IOException;
    }

    static <T> Reading<T> one(Class<T> type) {
        return json -> read(() -> MAPPER.readValue(json, type));
    }

    static <T> Reading<Page<T>> page(Class<T> item) {
        JavaType type = MAPPER.getTypeFactory().constructParametricType(Page.class, item);
        return json -> read(() -> MAPPER.readValue(json, type));
    }

    static String write(Object request) {
        return MAPPER.writeValueAsString(request);
    }

    private static <T> T read(Supplier<T> json) throws IOException {
        try {
            T value = json.get();
            if (value == null) {
                throw new IOException("the answer is null");
            }
            return value;
        } catch (JacksonException unreadable) {
            throw new IOException("the answer is not what the contract says", unreadable);
        }
    }

    /** What the fields of a problem are; none when it is not an object, as a proxy's page. */
    static Map<String, Object> fields(String json) {
        try {
            Map<String, Object> fields = MAPPER.readValue(json, FIELDS);
            if (fields == null) {
                return Map.of();
            }
            fields.values().removeIf(value -> value == null);
            return fields;
        } catch (JacksonException notAnObject) {
            return Map.of();
        }
    }

    /** Refusals are called over HTTP as their records are, in other letters. */
    static Optional<LedgerRejection> rejection(String kind, Map<String, Object> facts) {
        Map<String, Object> fields = new HashMap<>(facts);
        fields.put(
                "rejection",
                Arrays.stream(kind.split("-", -1))
                        .map(word -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining()));
        try {
            return Optional.ofNullable(MAPPER.convertValue(fields, LedgerRejection.class));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** Empty for a kind that only a later ledger tells of. */
    static Optional<Happening> happening(StreamEvent event) throws IOException {
        return switch (event.name()) {
            case "balance" -> Optional.of(new Happening.BalanceChanged(read(event, BalanceView.class)));
            case "transaction" -> Optional.of(new Happening.TransactionBooked(read(event, TransactionLine.class)));
            case "purchase" -> Optional.of(new Happening.PurchaseChanged(read(event, PurchaseView.class)));
            case "payment-method" ->
                Optional.of(new Happening.PaymentMethodChanged(read(event, PaymentMethodView.class)));
            default -> Optional.empty();
        };
    }

    private static <T> T read(StreamEvent event, Class<T> type) throws IOException {
        return one(type).of(event.data());
    }
}
