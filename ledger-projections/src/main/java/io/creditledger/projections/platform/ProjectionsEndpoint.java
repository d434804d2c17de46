package io.creditledger.projections.platform;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * For those who run the ledger: where each read model is, and the two things that can be done with one. {@code reset} makes its
 * rows again from the first fact; {@code retry} tries the facts again that were set aside.
 */
@Endpoint(id = "projections")
class ProjectionsEndpoint {

    private final ProjectionProcessors processors;

    ProjectionsEndpoint(ProjectionProcessors processors) {
        this.processors = processors;
    }

    /** What can be done with a read model. */
    enum Action {
        RESET,
        RETRY
    }

    /** Where a read model is, as far as this process works on it. */
    record GroupReport(
            String group,
            boolean running,
            boolean replaying,
            long lagEvents,
            double lagSeconds,
            long deadLetterAccounts,
            long deadLetterFacts,
            List<SegmentReport> segments) {}

    /** Where a part of a read model is. */
    record SegmentReport(int segment, long position, boolean caughtUp, boolean failed) {}

    @ReadOperation
    Map<String, List<GroupReport>> groups() {
        return Map.of(
                "groups",
                processors.groups().stream().map(ProjectionsEndpoint::report).toList());
    }

    @WriteOperation
    WebEndpointResponse<Map<String, Object>> act(String group, Action action) {
        ProjectionGroup chosen = processors.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new InvalidEndpointRequestException(
                        "no read model is called " + group, "group must be the name of a read model"));
        return switch (action) {
            case RESET -> processors.follow() ? reset(chosen) : othersWorkOn(chosen);
            case RETRY -> answer(Map.of("group", group, "repairedAccounts", chosen.retryDeadLetters()));
        };
    }

    private static WebEndpointResponse<Map<String, Object>> reset(ProjectionGroup group) {
        try {
            group.reset();
            return answer(Map.of("group", group.name(), "replaying", true));
        } catch (UnableToClaimTokenException _) {
            return othersWorkOn(group);
        }
    }

    private static WebEndpointResponse<Map<String, Object>> othersWorkOn(ProjectionGroup group) {
        return new WebEndpointResponse<>(
                Map.of("group", group.name(), "problem", "another process works on this read model: stop it first"),
                WebEndpointResponse.STATUS_BAD_REQUEST);
    }

    private static WebEndpointResponse<Map<String, Object>> answer(Map<String, Object> body) {
        return new WebEndpointResponse<>(body);
    }

    private static GroupReport report(ProjectionGroup group) {
        DeadLetters.Size deadLetters = group.deadLetters();
        return new GroupReport(
                group.name(),
                group.isRunning(),
                group.isReplaying(),
                group.lagEvents(),
                group.lagSeconds(),
                deadLetters.accounts(),
                deadLetters.facts(),
                group.segments().stream()
                        .map(segment -> new SegmentReport(
                                segment.getSegment().getSegmentId(),
                                segment.getCurrentPosition().orElse(-1),
                                segment.isCaughtUp(),
                                segment.isErrorState()))
                        .toList());
    }
}
