package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.audit.Basis;
import io.creditledger.service.audit.Moment;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How requests name a past moment: by a time or by a revision, as it was shown then or as it is known now. */
public final class PastMoments {

    private PastMoments() {}

    /** The moment that {@code at} or {@code revision} names; null if neither is there. */
    static @Nullable Moment of(QueryParameters parameters) {
        Basis basis = parameters.word("basis", EnumSet.allOf(Basis.class));
        Moment moment = of(parameters, "at", "revision", orBooked(basis));
        if (moment.at() != null || moment.revision() != null) {
            return moment;
        }
        if (basis != null) {
            parameters.note("basis", "must be given together with at or revision");
        }
        return null;
    }

    /** The same, where only what had been booked by then can be asked for. */
    static @Nullable Moment booked(QueryParameters parameters) {
        Moment moment = of(parameters, "at", "revision", Basis.BOOKED);
        return moment.at() == null && moment.revision() == null ? null : moment;
    }

    /** By what moments are reckoned: as booked unless the request says otherwise. */
    public static Basis basis(QueryParameters parameters) {
        return orBooked(parameters.word("basis", EnumSet.allOf(Basis.class)));
    }

    private static Basis orBooked(@Nullable Basis basis) {
        return Objects.requireNonNullElse(basis, Basis.BOOKED);
    }

    /** The moment that parameters of these names say; now if neither is there. */
    public static Moment of(QueryParameters parameters, String time, String revision, Basis basis) {
        Instant at = parameters.instant(time);
        Long wanted = parameters.integer(revision, 0, Long.MAX_VALUE);
        if (at != null && wanted != null) {
            parameters.note(revision, "must not be given together with " + time);
            return new Moment(at, null, basis);
        }
        return new Moment(at, wanted, basis);
    }

    /** Nothing is known of an account at a moment, though the account is there. */
    public static ProblemException nothing(AccountId account, Moment moment) {
        Long revision = moment.revision();
        if (revision == null) {
            return Problem.of(
                            ProblemType.ACCOUNT_NOT_FOUND,
                            "the account " + account + " was not open then",
                            Map.of("accountId", account.value()))
                    .asException();
        }
        return Problem.of(
                        ProblemType.REVISION_NOT_FOUND,
                        "the account " + account + " has not come to revision " + revision,
                        Map.of("revision", revision))
                .asException();
    }
}
