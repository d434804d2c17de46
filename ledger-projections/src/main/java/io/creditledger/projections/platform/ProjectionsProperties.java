package io.creditledger.projections.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read models run.
 *
 * @param segments into how many parts a group's accounts are divided when it runs for the first time. Each has transactions of its own,
 *     so more than are needed cost; one for each group keeps {@code threads} busy
 * @param maxSegments how many of a group's parts this process moves at the most. Whoever starts first takes all it may, and the rest of
 *     the processes must be able to take over those of one that dies
 * @param batchSize how many facts are written at once at the most
 * @param threads how many batches are written at the same time, over all groups
 * @param poolSize connections for batches and queries together
 * @param claimTimeout after how long another process takes over the segments of one that is silent
 * @param claimInterval how often a process looks for segments to take over
 * @param maxLag with how many seconds' delay the read models count as unhealthy
 */
@ConfigurationProperties("ledger.projections")
record ProjectionsProperties(
        @DefaultValue("1") int segments,
        @DefaultValue("" + Short.MAX_VALUE) int maxSegments,
        @DefaultValue("500") int batchSize,
        @DefaultValue("4") int threads,
        @DefaultValue("16") int poolSize,
        @DefaultValue("7s") Duration claimTimeout,
        @DefaultValue("1s") Duration claimInterval,
        @DefaultValue("60s") Duration maxLag,
        @DefaultValue DeadLetterProperties deadLetters) {

    /**
     * What happens to accounts with a fact that can't be applied.
     *
     * @param retryInterval how often their facts are tried again; zero for never
     * @param maxAccounts how many accounts a group sets aside before it stops instead
     * @param maxFacts how many facts of one account a group sets aside before it stops instead
     */
    record DeadLetterProperties(
            @DefaultValue("60s") Duration retryInterval,
            @DefaultValue("1000") int maxAccounts,
            @DefaultValue("10000") int maxFacts) {}
}
