package io.creditledger.service.platform.http;

import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every query parameter that there is, as the OpenAPI document describes it. */
final class OpenApiParameters {

    private OpenApiParameters() {}

    static Map<String, Parameter> all() {
        Map<String, Parameter> all = new TreeMap<>();
        List.of(
                        query("limit", "How many items a page may have.", integer(1, QueryParameters.MAX_LIMIT)),
                        query("cursor", "The nextCursor of the page before.", new StringSchema()),
                        query(
                                "minRevision",
                                "Waits up to two seconds for the read model to reach this revision.",
                                integer(0, Long.MAX_VALUE)),
                        query("actor", "Only of this caller, named as in the metadata of facts.", new StringSchema()),
                        query("accountId", "Only about this account.", new StringSchema()),
                        query("prefix", "What the account ids begin with.", new StringSchema()),
                        query("at", "As it was at this moment.", new DateTimeSchema()),
                        query("revision", "As of this revision.", integer(0, Long.MAX_VALUE)),
                        query("otherAt", "The moment to compare with.", new DateTimeSchema()),
                        query("otherRevision", "The revision to compare with.", integer(0, Long.MAX_VALUE)),
                        query(
                                "basis",
                                "By what a past moment is reckoned: what had been booked by then, or what is known of it now.",
                                words("booked", "effective")),
                        query("all", "Whether the closed lots are wanted too.", new BooleanSchema()),
                        query(
                                "type",
                                "Only movements of this type.",
                                words("purchase", "grant", "consumption", "reversal", "expiry", "refund", "revocation")
                                        .addEnumItem("dispute")
                                        .addEnumItem("adjustment")),
                        query("websiteId", "Only what this website caused.", new StringSchema().maxLength(128)),
                        query("from", "Only from this moment on.", new DateTimeSchema()),
                        query("to", "Only before this moment.", new DateTimeSchema()),
                        query(
                                "q",
                                "Only with this text in the description, letter case aside.",
                                new StringSchema().maxLength(200)),
                        query("granularity", "How long a bucket is, in UTC.", words("hour", "day", "month")),
                        query("groupBy", "Breaks each bucket down.", words("website")),
                        query("fromRevision", "The first revision wanted.", integer(0, Long.MAX_VALUE)),
                        query(
                                "lastEventId",
                                "Resumes after this revision, as the header Last-Event-ID does.",
                                integer(0, Long.MAX_VALUE)))
                .forEach(parameter -> all.put(parameter.getName(), parameter));
        return all;
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new QueryParameter().name(name).description(description).schema(schema);
    }

    private static Schema<?> integer(long min, long max) {
        return new IntegerSchema()
                .format("int64")
                .minimum(BigDecimal.valueOf(min))
                .maximum(BigDecimal.valueOf(max));
    }

    private static StringSchema words(String... words) {
        StringSchema schema = new StringSchema();
        List.of(words).forEach(schema::addEnumItem);
        return schema;
    }
}
