package io.creditledger.service.audit.http;

import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.service.audit.Statement;
import io.creditledger.service.audit.StatementBalance;
import io.creditledger.service.audit.StatementLine;
import io.creditledger.service.audit.StatementTotal;
import io.creditledger.service.platform.http.RequiredFields;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the OpenAPI document what a statement is made of. */
@Configuration(proxyBeanMethods = false)
class StatementSchemas {

    @Bean
    OpenApiCustomizer fieldsOfStatements() {
        return document -> {
            Components components = document.getComponents();
            ModelConverters.getInstance(true)
                    .readAll(StatementLine.class)
                    .forEach(components.getSchemas()::putIfAbsent);
            // Read as they are written, so no list in Java.
            RequiredFields.schema(components, "Statement")
                    .addProperty(
                            "movements",
                            new ArraySchema().items(new Schema<>().$ref("#/components/schemas/StatementLine")));
            RequiredFields.require(Statement.class, components);
            RequiredFields.require(StatementBalance.class, components);
            RequiredFields.require(StatementTotal.class, components);
            RequiredFields.require(StatementLine.Corrected.class, components);
            RequiredFields.require(TransactionLine.class, RequiredFields.schema(components, "StatementLine"));
        };
    }
}
