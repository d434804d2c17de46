package io.creditledger.service.account.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.queries.BalanceView;
import io.creditledger.api.account.queries.FindBalanceAsOf;
import io.creditledger.api.account.queries.FindTransactions;
import io.creditledger.api.account.queries.FindUsage;
import io.creditledger.api.account.queries.FindWebsites;
import io.creditledger.api.account.queries.Granularity;
import io.creditledger.api.account.queries.Page;
import io.creditledger.api.account.queries.TransactionLine;
import io.creditledger.api.account.queries.TransactionType;
import io.creditledger.api.account.queries.UsageSeries;
import io.creditledger.api.account.queries.WebsiteLine;
import io.creditledger.service.access.Scope;
import io.creditledger.service.audit.Moment;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an account did, and for which websites. */
@Tag(name = "History and use")
@RestController
@RequestMapping("/v1/accounts/{accountId}")
class HistoryController {

    private static final String TEXT_CSV = "text/csv";
    private static final int MAX_TEXT_LENGTH = 200;
    private static final long BEFORE_ALL = -1;

    private final AccountQueries queries;

    HistoryController(AccountQueries queries) {
        this.queries = queries;
    }

    @Operation(operationId = "findTransactions", summary = "The movements, newest first; as text/csv all that match")
    @TakesParameters({"type", "websiteId", "from", "to", "q", "at", "revision", "limit", "cursor", "minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping(path = "/transactions", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<TransactionLine> transactions(@PathVariable AccountId accountId, QueryParameters parameters) {
        TransactionSearch search = search(accountId, parameters);
        int limit = parameters.limit();
        String cursor = parameters.cursor();
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return queries.page(
                accountId, minRevision, TransactionLine.class, reached -> search.page(limit, cursor, reached));
    }

    @ApiResponse(
            responseCode = "200",
            description = "All rows that match, safe to open in a spreadsheet",
            content = @Content(mediaType = TEXT_CSV, schema = @Schema(type = "string")))
    @Operation(operationId = "findTransactions", summary = "The movements, newest first; as text/csv all that match")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping(path = "/transactions", produces = TEXT_CSV)
    void transactionsAsCsv(
            @PathVariable AccountId accountId,
            QueryParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TransactionSearch search = search(accountId, parameters);
        Long minRevision = parameters.minRevision();
        parameters.finish();
        // The first page is there before the first byte is sent: what is wrong with the request can still be said.
        Page<TransactionLine> first = queries.page(
                accountId,
                minRevision,
                TransactionLine.class,
                reached -> search.page(QueryParameters.MAX_LIMIT, null, reached));
        response.setContentType(TEXT_CSV + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"transactions.csv\"");
        if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
            writeAll(first, search, new TransactionCsv(response.getWriter()));
        }
    }

    /** Page by page, so that a million lines take no more memory than one page. */
    private void writeAll(Page<TransactionLine> first, TransactionSearch search, TransactionCsv csv)
            throws IOException {
        csv.writeHeader();
        Page<TransactionLine> page = first;
        csv.writeLines(page.items());
        while (page.nextCursor() != null) {
            page = queries.page(search.page(QueryParameters.MAX_LIMIT, page.nextCursor(), null), TransactionLine.class);
            csv.writeLines(page.items());
        }
    }

    private TransactionSearch search(AccountId accountId, QueryParameters parameters) {
        Moment then = PastMoments.booked(parameters);
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        if (from != null && to != null && to.isBefore(from)) {
            parameters.note("to", "must not be before from");
        }
        return new TransactionSearch(
                accountId,
                parameters.word("type", EnumSet.allOf(TransactionType.class)),
                parameters.text("websiteId", Website.MAX_ID_LENGTH),
                from,
                to,
                parameters.text("q", MAX_TEXT_LENGTH),
                then == null ? null : revisionAt(accountId, then));
    }

    /** A moment's revision; before the first fact, and where the parameters are wrong, it does not matter which. */
    private long revisionAt(AccountId accountId, Moment then) {
        Long revision = then.revision();
        return revision != null
                ? revision
                : queries.find(new FindBalanceAsOf(accountId, then.at(), null), BalanceView.class)
                        .map(BalanceView::revision)
                        .orElse(BEFORE_ALL);
    }

    @Operation(operationId = "findWebsites", summary = "What each website used, most used first")
    @TakesParameters({"limit", "cursor", "minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping("/websites")
    Page<WebsiteLine> websites(@PathVariable AccountId accountId, QueryParameters parameters) {
        int limit = parameters.limit();
        String cursor = parameters.cursor();
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return queries.page(
                accountId,
                minRevision,
                WebsiteLine.class,
                reached -> new FindWebsites(accountId, limit, cursor, reached));
    }

    @Operation(operationId = "findUsage", summary = "The use over time, empty buckets included")
    @TakesParameters({"from", "to", "granularity", "groupBy", "minRevision"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.PROJECTION_BEHIND})
    @Needs(Scope.QUERY)
    @GetMapping("/usage")
    UsageSeries usage(@PathVariable AccountId accountId, QueryParameters parameters) {
        UsagePeriod period = UsagePeriod.of(parameters);
        Granularity granularity = period.granularity();
        boolean byWebsite = parameters.word("groupBy", EnumSet.allOf(GroupBy.class)) == GroupBy.WEBSITE;
        Long minRevision = parameters.minRevision();
        parameters.finish();
        return queries.view(
                accountId,
                minRevision,
                UsageSeries.class,
                reached -> new FindUsage(accountId, period.from(), period.to(), granularity, byWebsite, reached));
    }

    /** What a usage series can be broken down by. */
    private enum GroupBy {
        WEBSITE
    }

    /** Which transactions are wanted. */
    private record TransactionSearch(
            AccountId accountId,
            @Nullable TransactionType type,
            @Nullable String websiteId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text,
            @Nullable Long through) {

        FindTransactions page(int limit, @Nullable String cursor, @Nullable Long minRevision) {
            return new FindTransactions(
                    accountId, type, websiteId, from, to, text, through, null, limit, cursor, minRevision);
        }
    }
}
