package io.creditledger.service.access.http;

import io.creditledger.service.access.ApiKey;
import io.creditledger.service.access.DashboardSession;
import io.creditledger.service.access.ReadAccess;
import io.creditledger.service.platform.http.RequiredFields;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the OpenAPI document which fields of the answers about keys and sessions are always there. */
@Configuration(proxyBeanMethods = false)
class AccessSchemas {

    @Bean
    OpenApiCustomizer requiredFieldsOfAccess() {
        return document -> {
            Components components = document.getComponents();
            RequiredFields.require(ApiKey.class, components);
            RequiredFields.require(DashboardSession.class, components);
            RequiredFields.require(ReadAccess.class, components);
            require(AccessesController.AccessPage.class, "AccessPage", components);
            require(ApiKeysController.KeyPage.class, "ApiKeyPage", components);
            require(DashboardSessionsController.SessionList.class, "DashboardSessionList", components);
            require(DashboardSessionsController.SessionWithToken.class, "DashboardSessionWithToken", components);
            require(OwnSessionController.OwnSession.class, "OwnDashboardSession", components);
            // The fields of the key are its own.
            Schema<?> withSecret = RequiredFields.schema(components, "ApiKeyWithSecret");
            RequiredFields.require(ApiKey.class, withSecret);
            withSecret.addRequiredItem("key");
        };
    }

    private static void require(Class<?> answer, String name, Components components) {
        RequiredFields.require(answer, RequiredFields.schema(components, name));
    }
}
