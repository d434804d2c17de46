package io.creditledger.projections.platform;

import static org.awaitility.Awaitility.await;

import io.creditledger.projections.ReadModels;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

    /** All read models work on all their segments, and each is at the end of the history. */
    private boolean isCaughtUp() {
        return processors.groups().size() == 5
                && processors.groups().stream()
                        .allMatch(group -> group.segments().size() == segmentsThereAre(group)
                                && group.lagEvents() == 0
                                && group.segments().stream().noneMatch(EventTrackerStatus::isErrorState));
    }

    private long segmentsThereAre(ProjectionGroup group) {
        long segments = database.client()
                .sql("select count(*) from projections.token where processing_group = ?")
                .param(group.name())
                .query((row, _) -> row.getLong(1))
                .single();
        return Math.max(1, segments);
    }

    /** Gives a segment up for so long that another process finds it. */
    public void release(String group, int segment) {
        processors.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .forEach(candidate -> candidate.processor().releaseSegment(segment, 8, TimeUnit.SECONDS));
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

    /** The revisions that all accounts have reached in a read model, together. */
    public long revisions(String table) {
        return database.client()
                .sql("select coalesce(sum(revision), 0)::bigint from projections." + table)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** How many rows a table has. */
    public long count(String table) {
        return database.client()
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
