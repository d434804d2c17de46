package io.creditledger.service.audit.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.account.http.PastMoments;
import io.creditledger.service.audit.Basis;
import io.creditledger.service.audit.Comparison;
import io.creditledger.service.audit.Moment;
import io.creditledger.service.audit.PastAccounts;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Two moments of an account side by side. */
@Tag(name = "Audit")
@RestController
class ComparisonController {

    private static final long FIRST = 0;

    private final PastAccounts past;
    private final AccountQueries queries;

    ComparisonController(PastAccounts past, AccountQueries queries) {
        this.past = past;
        this.queries = queries;
    }

    @Operation(
            operationId = "compareMoments",
            summary =
                    "Two moments of an account, the earlier first, and what lies between; the other is now unless it is said")
    @TakesParameters({"at", "revision", "otherAt", "otherRevision", "basis"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.REVISION_NOT_FOUND})
    @Needs(Scope.AUDIT)
    @LeavesTrace(parameters = {"at", "revision", "otherAt", "otherRevision", "basis"})
    @GetMapping("/v1/accounts/{accountId}/comparison")
    Comparison compare(@PathVariable AccountId accountId, QueryParameters parameters) {
        Basis basis = PastMoments.basis(parameters);
        Moment said = PastMoments.of(parameters, "at", "revision", basis);
        Moment other = PastMoments.of(parameters, "otherAt", "otherRevision", basis);
        parameters.finish();
        Moment one = said.at() == null && said.revision() == null ? new Moment(null, FIRST, basis) : said;
        return past.compare(accountId, one, other).orElseThrow(() -> nothing(accountId, one, other));
    }

    private ProblemException nothing(AccountId accountId, Moment one, Moment other) {
        queries.requireStored(accountId);
        return PastMoments.nothing(accountId, past.balance(accountId, one).isEmpty() ? one : other);
    }
}
