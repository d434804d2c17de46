package io.creditledger.service.account.http;

import io.creditledger.api.account.Draw;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.AccountView;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.LotView;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.StoredFact;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.UsageSeries;
import io.creditledger.api.account.queries.WebsiteLine;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the OpenAPI document which fields of an answer are always there: those whose Java types admit no null. */
@Configuration(proxyBeanMethods = false)
class AnswerSchemas {

    private static final List<Class<?>> ANSWERS = List.of(
            AccountView.class,
            BalanceView.class,
            LotView.class,
            StoredFact.class,
            TransactionLine.class,
            UsageSeries.class,
            UsageSeries.Bucket.class,
            UsageSeries.WebsiteUse.class,
            WebsiteLine.class,
            Draw.class,
            Website.class,
            GrantAnswer.class,
            ConsumptionAnswer.class,
            ReversalAnswer.class,
            RevocationAnswer.class,
            BatchController.BatchAnswer.class,
            EventsController.EventsPage.class);

    @Bean
    OpenApiCustomizer requiredFieldsOfAnswers() {
        return document -> {
            Components components = document.getComponents();
            components.addSchemas("BatchResult", batchResult());
            schema(components, "BatchAnswer").addProperty("results", new ArraySchema().items(batchResultReference()));
            // Stored as text, answered as the JSON that the text is.
            schema(components, "StoredFact")
                    .addProperty("payload", new ObjectSchema())
                    .addProperty("metadata", new ObjectSchema());
            ANSWERS.forEach(answer -> require(answer, schema(components, answer.getSimpleName())));
            components.getSchemas().forEach((name, schema) -> {
                if (name.startsWith(Page.class.getSimpleName())) {
                    require(Page.class, schema);
                }
            });
        };
    }

    private static Schema<?> schema(Components components, String name) {
        return Objects.requireNonNull(components.getSchemas().get(name), () -> name + " is not in the document");
    }

    private static void require(Class<?> answer, Schema<?> schema) {
        schema.setRequired(Arrays.stream(answer.getRecordComponents())
                .filter(field -> !isNullable(field))
                .map(RecordComponent::getName)
                .sorted()
                .toList());
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> batchResultReference() {
        return new Schema<>().$ref("#/components/schemas/BatchResult");
    }

    private static Schema<?> batchResult() {
        Schema<?> result = new ObjectSchema()
                .description("What the item alone would have been answered, its status, and whether that is a replay.")
                .addProperty("status", new IntegerSchema())
                .addProperty("replayed", new BooleanSchema());
        result.setRequired(List.of("status"));
        result.addAnyOfItem(new Schema<>().$ref("#/components/schemas/ConsumptionAnswer"));
        result.addAnyOfItem(new Schema<>().$ref("#/components/schemas/Problem"));
        return result;
    }
}
