package io.creditledger.service.conformance;

import io.creditledger.service.conformance.Mutation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with an answer, by the document. */
final class Judge {

    private static final String PROBLEM = "application/problem+json";
    /** What is nowhere is open to nobody. */
    private static final Set<Integer> NOTHING_THERE = Set.of(401, 404, 405);

    private static final Set<Integer> NO_OPERATION = Set.of(400, 401, 404, 405, 413, 414, 431);

    private final ApiDocument document;

    Judge(ApiDocument document) {
        this.document = document;
    }

    List<String> complaints(ApiOperation operation, RawRequest request, Verdict verdict, RawAnswer answer) {
        List<String> complaints = new ArrayList<>();
        if (answer.status() >= 500) {
            complaints.add("fails");
        } else if (!isAllowed(operation, request, verdict, answer)) {
            complaints.add("does not document " + answer.status());
        }
        if (verdict == Verdict.REFUSED && answer.isSuccess()) {
            complaints.add("takes what it has to refuse");
        }
        if (request.method().equals("HEAD")) {
            return complaints;
        }
        if (answer.status() >= 400) {
            complaints.addAll(ofProblem(answer));
        } else if (verdict != Verdict.NO_OPERATION) {
            complaints.addAll(ofSuccess(operation, answer));
        }
        return complaints;
    }

    private static boolean isAllowed(ApiOperation operation, RawRequest request, Verdict verdict, RawAnswer answer) {
        return switch (verdict) {
            case DOCUMENTED, REFUSED -> operation.documents(answer.status());
            case MAYBE_ELSEWHERE -> operation.documents(answer.status()) || NOTHING_THERE.contains(answer.status());
            case NO_OPERATION -> NO_OPERATION.contains(answer.status()) || answersForOthers(request, answer);
        };
    }

    /** What any server does with methods that ask about others. */
    private static boolean answersForOthers(RawRequest request, RawAnswer answer) {
        return answer.isSuccess() && Set.of("HEAD", "OPTIONS").contains(request.method());
    }

    private List<String> ofProblem(RawAnswer answer) {
        List<String> complaints = new ArrayList<>();
        if (!answer.mediaType().equals(PROBLEM)) {
            complaints.add("its problem is " + answer.mediaType());
        }
        for (JsonNode problem : json(answer.body(), complaints)) {
            document.complaints(document.problemSchema(), problem).forEach(complaints::add);
            if (problem.path("status").asInt(0) != answer.status()) {
                complaints.add("its problem has another status");
            }
            if (problem.path("detail").asString("").isBlank()) {
                complaints.add("its problem has no detail");
            }
        }
        return complaints;
    }

    private List<String> ofSuccess(ApiOperation operation, RawAnswer answer) {
        List<String> complaints = new ArrayList<>();
        JsonNode content = operation.content(answer.status());
        if (content.isMissingNode() || content.isEmpty()) {
            return answer.body().isEmpty() ? complaints : List.of("does not document a body");
        }
        if (!content.has(answer.mediaType())) {
            return List.of("does not document " + answer.mediaType());
        }
        if (answer.mediaType().equals("application/json")) {
            JsonNode schema = content.path("application/json").path("schema");
            for (JsonNode value : json(answer.body(), complaints)) {
                complaints.addAll(document.complaints(schema, value));
                complaints.addAll(document.unknownFields(schema, value));
            }
        }
        return complaints;
    }

    private static List<JsonNode> json(String body, List<String> complaints) {
        try {
            return List.of(JsonMapper.shared().readTree(body));
        } catch (JacksonException malformed) {
            complaints.add("does not answer JSON");
            return List.of();
        }
    }
}
