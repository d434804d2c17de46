package io.creditledger.projections.platform;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down while a read model that this process moves has stopped, or shows too old a state; one that is being made again is as it should
 * be.
 */
final class ProjectionsHealth extends AbstractHealthIndicator {

    private final ProjectionProcessors processors;
    private final Duration maxLag;

    ProjectionsHealth(ProjectionProcessors processors, Duration maxLag) {
        super("the read models could not be asked");
        this.processors = processors;
        this.maxLag = maxLag;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        if (!processors.follow()) {
            return;
        }
        for (ProjectionGroup group : processors.groups()) {
            String state = state(group);
            health.withDetail(group.name(), state);
            if (!state.equals("up") && !state.equals("replaying")) {
                health.down();
            }
        }
    }

    private String state(ProjectionGroup group) {
        if (!group.isRunning()) {
            return "stopped";
        }
        if (group.isReplaying()) {
            return "replaying";
        }
        return group.lagSeconds() > maxLag.toSeconds() ? "behind" : "up";
    }
}
