package io.creditledger.service.platform.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP interface.
 *
 * @param answerTimeout how long a command or query may take before the caller is told that its outcome is unknown
 * @param maxBody the largest request body
 * @param maxBatchBody the largest body of a batch
 * @param maxWebhookBody the largest body of a delivery of the payment provider
 * @param bodyTimeout how long the body of a request may take to arrive
 * @param maxRequests requests under way at once, event streams aside
 * @param maxBodyBytes bytes of their bodies; a 32nd of the heap when null
 * @param maxWebhooks deliveries of the payment provider under way at once
 * @param maxStreams how many event streams may be open at once
 * @param maxStreamsOfCaller how many of them for one key or token
 * @param maxStreamsOfSession how many of them for one session of the dashboard: a browser has no more connections to one address
 * @param maxStreamsOfAccount how many of them about one account
 * @param streamHeartbeat how long an event stream may be silent
 * @param streamPoll how long an event stream waits for news before it looks itself: news from another process reach it so
 * @param drainTime how long a process that is told to stop goes on answering, 15 s at the most: so long a balancer has to see that it
 *     is not ready any more
 * @param publicAddress where browsers reach the ledger, as in https://credits.example; null for the address that
 *     whoever asks has used
 */
@ConfigurationProperties("ledger.http")
public record HttpProperties(
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("2MB") DataSize maxBatchBody,
        @DefaultValue("512KB") DataSize maxWebhookBody,
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue("4096") int maxRequests,
        @Nullable DataSize maxBodyBytes,
        @DefaultValue("64") int maxWebhooks,
        @DefaultValue("1000") int maxStreams,
        @DefaultValue("20") int maxStreamsOfCaller,
        @DefaultValue("6") int maxStreamsOfSession,
        @DefaultValue("100") int maxStreamsOfAccount,
        @DefaultValue("15s") Duration streamHeartbeat,
        @DefaultValue("5s") Duration streamPoll,
        @DefaultValue("0s") Duration drainTime,
        @Nullable String publicAddress) {

    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[A-Za-z0-9.-]+(?::\\d{1,5})?)(/[A-Za-z0-9._~/-]*)?");

    /** Less than a phase of the end may take. */
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

    public HttpProperties {
        if (drainTime.isNegative() || drainTime.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException("ledger.http.drain-time is from 0s to 15s");
        }
        if (publicAddress != null && publicAddress.isBlank()) {
            publicAddress = null;
        }
        if (publicAddress != null && !ADDRESS.matcher(publicAddress).matches()) {
            throw new IllegalArgumentException(
                    "LEDGER_PUBLIC_ADDRESS is no address of the kind https://credits.example");
        }
    }

    /** The origin of our own pages in browsers; nothing if it is not configured. */
    public Optional<String> publicOrigin() {
        return Optional.ofNullable(publicAddress)
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .map(address -> address.group(1));
    }
}
