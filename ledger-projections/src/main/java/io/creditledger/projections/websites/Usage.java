package io.creditledger.projections.websites;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Website;
import io.creditledger.api.money.Credits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a batch adds to the use of websites and of hours. */
final class Usage {

    private static final Comparator<SiteKey> SITES =
            Comparator.comparing(SiteKey::accountId).thenComparing(SiteKey::websiteId);
    private static final Comparator<HourKey> HOURS = Comparator.comparing(HourKey::accountId)
            .thenComparing(HourKey::hour)
            .thenComparing(HourKey::websiteId);

    /** In the place of a website's id, for use that names none: ids are never empty. */
    static final String NO_WEBSITE = "";

    private final SortedMap<SiteKey, Site> sites = new TreeMap<>(SITES);
    private final SortedMap<HourKey, Hour> hours = new TreeMap<>(HOURS);

    record SiteKey(String accountId, String websiteId) {}

    record HourKey(String accountId, Instant hour, String websiteId) {}

    void consume(AccountId account, @Nullable Website website, Credits amount, Instant occurredAt) {
        hour(account, website, occurredAt).tally.consume(amount);
        if (website != null) {
            site(account, website).consume(website, amount, occurredAt);
        }
    }

    void reverse(AccountId account, @Nullable Website website, Credits amount, Instant occurredAt) {
        hour(account, website, occurredAt).tally.reverse(amount);
        if (website != null) {
            site(account, website).tally.reverse(amount);
        }
    }

    private Site site(AccountId account, Website website) {
        return sites.computeIfAbsent(new SiteKey(account.value(), website.id()), Site::new);
    }

    private Hour hour(AccountId account, @Nullable Website website, Instant occurredAt) {
        return hours.computeIfAbsent(
                new HourKey(
                        account.value(),
                        occurredAt.truncatedTo(ChronoUnit.HOURS),
                        website == null ? NO_WEBSITE : website.id()),
                Hour::new);
    }

    List<Site> sites() {
        return List.copyOf(sites.values());
    }

    List<Hour> hours() {
        return List.copyOf(hours.values());
    }

    /** What was consumed and given back. */
    static final class Tally {

        private long consumed;
        private long reversed;
        private long consumptions;

        private void consume(Credits amount) {
            consumed = Math.addExact(consumed, amount.amount());
            consumptions++;
        }

        private void reverse(Credits amount) {
            reversed = Math.addExact(reversed, amount.amount());
        }

        long consumed() {
            return consumed;
        }

        long reversed() {
            return reversed;
        }

        long consumptions() {
            return consumptions;
        }
    }

    /** What a batch adds to a website. */
    static final class Site {

        private final SiteKey key;
        private final Tally tally = new Tally();
        private @Nullable String name;
        private @Nullable String url;
        private @Nullable Instant lastUsedAt;

        private Site(SiteKey key) {
            this.key = key;
        }

        private void consume(Website website, Credits amount, Instant occurredAt) {
            tally.consume(amount);
            // A request that leaves out the name or the address does not take them away.
            name = website.name() == null ? name : website.name();
            url = website.url() == null ? url : website.url();
            lastUsedAt = occurredAt;
        }

        SiteKey key() {
            return key;
        }

        Tally tally() {
            return tally;
        }

        @Nullable
        String name() {
            return name;
        }

        @Nullable
        String url() {
            return url;
        }

        /** When it was used last; null when the batch only gives back. */
        @Nullable
        Instant lastUsedAt() {
            return lastUsedAt;
        }
    }

    /** What a batch adds to an hour of a website, or of use without one. */
    static final class Hour {

        private final HourKey key;
        private final Tally tally = new Tally();

        private Hour(HourKey key) {
            this.key = key;
        }

        HourKey key() {
            return key;
        }

        Tally tally() {
            return tally;
        }
    }
}
