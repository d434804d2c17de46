package io.creditledger.service.platform.http;

import io.creditledger.api.IdempotencyKey;
import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.ConsumptionId;
import io.creditledger.api.account.LotId;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.PackageId;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.api.purchase.PurchaseId;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says beyond what the controllers say by themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String SCHEME = "apiKey";

    /** Problems that every operation may answer with. */
    private static final List<ProblemType> ALWAYS = List.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.UNAVAILABLE);

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(RequestObject.class, QueryParameters.class)
                .replaceWithClass(AccountId.class, String.class)
                .replaceWithClass(LotId.class, String.class)
                .replaceWithClass(ConsumptionId.class, String.class)
                .replaceWithClass(PurchaseId.class, String.class)
                .replaceWithClass(PackageId.class, String.class)
                .replaceWithClass(PaymentMethodId.class, String.class)
                .replaceWithClass(IdempotencyKey.class, String.class)
                .replaceWithClass(Credits.class, Long.class)
                .replaceWithSchema(Metadata.class, metadata());
    }

    private static Schema<?> metadata() {
        return new ObjectSchema()
                .description("The caller's own notes: up to " + Metadata.MAX_ENTRIES
                        + " texts, numbers or booleans, 4 KiB in all.")
                .maxProperties(Metadata.MAX_ENTRIES)
                .additionalProperties(true);
    }

    @Bean
    OpenAPI ledgerDocument() {
        return new OpenAPI()
                .info(new Info()
                        .title("Credit Ledger")
                        .version("v1")
                        .description("An event-sourced ledger for prepaid AI credits. Credits are whole numbers, times"
                                + " are ISO-8601 in UTC, and everything that goes wrong is a problem as in RFC 9457."))
                .servers(List.of(new Server().url("/")))
                .security(List.of(new SecurityRequirement().addList(SCHEME)))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas("Problem", problem()));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("Its path, as in website.url."))
                .addProperty("problem", new StringSchema());
        error.required(List.of("field", "problem"));
        Schema<?> problem = new ObjectSchema()
                .description("What went wrong (RFC 9457). What a program can use are further fields.")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error).description("Each bad field of the request."));
        problem.required(List.of("type", "title", "status", "detail"));
        problem.additionalProperties(true);
        return problem;
    }

    @Bean
    OperationCustomizer parametersAndProblems() {
        return (operation, method) -> {
            addParameters(operation, method);
            addProblems(operation, method);
            return operation;
        };
    }

    private static void addParameters(Operation operation, HandlerMethod method) {
        TakesParameters taken = method.getMethodAnnotation(TakesParameters.class);
        if (taken != null) {
            Map<String, Parameter> all = OpenApiParameters.all();
            for (String name : taken.value()) {
                operation.addParametersItem(all.get(name));
            }
        }
    }

    private static void addProblems(Operation operation, HandlerMethod method) {
        Set<ProblemType> types = new LinkedHashSet<>(ALWAYS);
        if (method.hasMethodAnnotation(SecurityRequirements.class)) {
            types.removeAll(List.of(ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN, ProblemType.TOO_MANY_REQUESTS));
        }
        if (!method.isVoid()) {
            types.add(ProblemType.NOT_ACCEPTABLE);
        }
        AnswersProblems own = method.getMethodAnnotation(AnswersProblems.class);
        if (own != null) {
            types.addAll(List.of(own.value()));
            if (types.contains(ProblemType.CONTENT_TOO_LARGE)) {
                types.add(ProblemType.REQUEST_TIMEOUT);
            }
        }
        Map<String, List<ProblemType>> byStatus = new TreeMap<>();
        for (ProblemType type : types) {
            byStatus.computeIfAbsent(Integer.toString(type.status().value()), _ -> new ArrayList<>())
                    .add(type);
        }
        byStatus.forEach((status, those) -> operation.getResponses().addApiResponse(status, response(status, those)));
    }

    private static ApiResponse response(String status, List<ProblemType> types) {
        MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        types.forEach(type -> body.addExamples(
                type.slug(),
                new io.swagger.v3.oas.models.examples.Example()
                        .summary(type.title())
                        .value(Problem.of(type, type.title()).fields())));
        ApiResponse response = new ApiResponse()
                .description(
                        String.join("; ", types.stream().map(ProblemType::title).toList()))
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, body));
        if (status.equals("429") || status.equals("503")) {
            response.addHeaderObject(
                    "Retry-After", header("After how many seconds to try again.", new IntegerSchema()));
        }
        if (status.equals("429")) {
            response.addHeaderObject(
                    LedgerHeaders.RATE_LIMIT_POLICY,
                    header(
                            "The limit that is nearest to its end: so many (q) in so many seconds (w).",
                            new StringSchema()));
            response.addHeaderObject(
                    LedgerHeaders.RATE_LIMIT,
                    header(
                            "So many are left of it (r), and in so many seconds (t) all are there again.",
                            new StringSchema()));
        }
        return response;
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
