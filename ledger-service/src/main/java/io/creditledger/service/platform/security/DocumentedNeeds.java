package io.creditledger.service.platform.security;

import io.creditledger.service.access.Caller;
import io.creditledger.service.access.Scope;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the OpenAPI document what a caller needs for each operation. */
@Component
final class DocumentedNeeds implements OperationCustomizer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.setDescription(sentence(needs));
        }
        return operation;
    }

    private static String sentence(Needs needs) {
        String scopes = String.join(
                " or ", Arrays.stream(needs.value()).map(Scope::word).toList());
        return (scopes.isEmpty() ? "For every caller with a key or token" : "Needs the scope " + scopes)
                + (needs.everyAccount() ? ", for all accounts." : ".");
    }
}
