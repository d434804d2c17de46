package io.creditledger.service.audit.http;

import io.creditledger.api.audit.queries.CompletenessView;
import io.creditledger.api.audit.queries.Incomplete;
import io.creditledger.service.platform.http.RequiredFields;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the OpenAPI document what is always there in answers of the audit, and what is JSON of any kind. */
@Configuration(proxyBeanMethods = false)
class AuditSchemas {

    @Bean
    OpenApiCustomizer fieldsOfAudits() {
        return document -> {
            Components components = document.getComponents();
            RequiredFields.require(CompletenessView.class, components);
            RequiredFields.require(Incomplete.class, components);
            Schema<?> difference = RequiredFields.schema(components, "Difference");
            difference.addProperty("expected", any("What the facts make; null when there should be nothing."));
            difference.addProperty("actual", any("What there is; null when there is nothing."));
        };
    }

    /** Not a text, though the records hold it as one. */
    private static Schema<?> any(String description) {
        return new JsonSchema().description(description);
    }
}
