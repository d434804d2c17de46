package io.creditledger.projections.platform;

import static org.awaitility.Awaitility.await;

import io.creditledger.projections.ReadModels;
import java.time.Duration;
import org.axonframework.eventhandling.EventTrackerStatus;

/** What tests of other packages may do with the read models' processors. */
public final class ProjectionControl {

    private final ProjectionProcessors processors;
    private final ProjectionsEndpoint endpoint;
    private final ProjectionsDatabase database;

    private ProjectionControl(ReadModels readModels) {
        this.processors = readModels.bean(ProjectionProcessors.class);
        this.endpoint = readModels.bean(ProjectionsEndpoint.class);
        this.database = readModels.bean(ProjectionsDatabase.class);
    }

    public static ProjectionControl of(ReadModels readModels) {
        return new ProjectionControl(readModels);
    }

    public void awaitCaughtUp() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(this::isCaughtUp);
    }

    private boolean isCaughtUp() {
        return processors.groups().size() == 4
                && processors.groups().stream()
                        .allMatch(group -> !group.segments().isEmpty()
                                && group.lagEvents() == 0
                                && group.segments().stream().noneMatch(EventTrackerStatus::isErrorState));
    }

    public void reset(String group) {
        endpoint.act(group, ProjectionsEndpoint.Action.RESET);
    }

    public void retry(String group) {
        endpoint.act(group, ProjectionsEndpoint.Action.RETRY);
    }

    public long deadLetters() {
        return processors.groups().stream()
                .mapToLong(group -> group.deadLetters().facts())
                .sum();
    }

    public long deadLetters(String group) {
        return processors.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .mapToLong(candidate -> candidate.deadLetters().facts())
                .sum();
    }

    /** How many rows a table has. */
    public long count(String table) {
        return database
                .client()
                .sql("select count(*) from projections." + table)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    public long segments(String group) {
        return processors.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .mapToLong(candidate -> candidate.segments().size())
                .sum();
    }
}
