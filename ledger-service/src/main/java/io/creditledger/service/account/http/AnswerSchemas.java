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
import io.creditledger.service.platform.http.RequiredFields;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
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
            RequiredFields.schema(components, "BatchAnswer")
                    .addProperty("results", new ArraySchema().items(batchResultReference()));
            // Stored as text, answered as the JSON that the text is.
            RequiredFields.schema(components, "StoredFact")
                    .addProperty("payload", new ObjectSchema())
                    .addProperty("metadata", new ObjectSchema());
            ANSWERS.forEach(answer -> RequiredFields.require(answer, components));
            components.getSchemas().forEach((name, schema) -> {
                if (name.startsWith(Page.class.getSimpleName())) {
                    RequiredFields.require(Page.class, schema);
                }
            });
        };
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
