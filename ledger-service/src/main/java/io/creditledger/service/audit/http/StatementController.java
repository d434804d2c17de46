package io.creditledger.service.audit.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.audit.Statement;
import io.creditledger.service.audit.Statements;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemException;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an account in a period: for a program, a spreadsheet or a person. */
@Tag(name = "Audit")
@RestController
class StatementController {

    /** A program that wants more at once is better off with lines. */
    static final int MAX_JSON_MOVEMENTS = 50_000;

    /** Some 400 pages, which nobody reads; they are all in memory before the first is sent. */
    static final int MAX_PDF_MOVEMENTS = 10_000;

    private static final String PATH = "/v1/accounts/{accountId}/statement";
    private static final String TEXT_CSV = "text/csv";
    private static final String SUMMARY =
            "The statement of a period: what was there, what moved, what was left; as JSON, text/csv or application/pdf";

    private final Statements statements;
    private final AccountQueries queries;
    private final Clock clock = Clock.systemUTC();

    StatementController(Statements statements, AccountQueries queries) {
        this.statements = statements;
        this.queries = queries;
    }

    @Operation(operationId = "findStatement", summary = SUMMARY)
    @TakesParameters({"from", "to"})
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.STATEMENT_TOO_LARGE})
    @Needs(Scope.QUERY)
    @LeavesTrace(
            parameters = {"from", "to"},
            exceptOfCustomers = true)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Statement statement(@PathVariable AccountId accountId, QueryParameters parameters) {
        return noLargerThan(MAX_JSON_MOVEMENTS, statementOf(accountId, parameters));
    }

    @ApiResponse(
            responseCode = "200",
            description = "The statement, to be opened in a spreadsheet, or to be printed",
            content = @Content(mediaType = TEXT_CSV, schema = @Schema(type = "string")))
    @Operation(operationId = "findStatement", summary = SUMMARY)
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.STATEMENT_TOO_LARGE})
    @Needs(Scope.QUERY)
    @LeavesTrace(
            parameters = {"from", "to"},
            exceptOfCustomers = true)
    @GetMapping(path = PATH, produces = TEXT_CSV)
    void statementAsCsv(
            @PathVariable AccountId accountId,
            QueryParameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Statement statement = statementOf(accountId, parameters);
        response.setContentType(TEXT_CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"");
        if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
            new StatementCsv(response.getWriter()).write(statement);
        }
    }

    @ApiResponse(
            responseCode = "200",
            description = "The statement, to be opened in a spreadsheet, or to be printed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Operation(operationId = "findStatement", summary = SUMMARY)
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE, ProblemType.STATEMENT_TOO_LARGE})
    @Needs(Scope.QUERY)
    @LeavesTrace(
            parameters = {"from", "to"},
            exceptOfCustomers = true)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> statementAsPdf(@PathVariable AccountId accountId, QueryParameters parameters)
            throws IOException {
        Statement statement = noLargerThan(MAX_PDF_MOVEMENTS, statementOf(accountId, parameters));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.pdf\"")
                .body(StatementPdf.of(statement));
    }

    private Statement statementOf(AccountId accountId, QueryParameters parameters) {
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        if (from != null && to != null && to.isBefore(from)) {
            parameters.note("to", "must not be before from");
        }
        if (from != null && from.isAfter(clock.instant())) {
            parameters.note("from", "must not lie in the future");
        }
        parameters.finish();
        return statements.of(accountId, from, to).orElseThrow(() -> notOpen(accountId));
    }

    private ProblemException notOpen(AccountId accountId) {
        queries.requireStored(accountId);
        return Problem.of(
                        ProblemType.ACCOUNT_NOT_FOUND,
                        "the account " + accountId + " was not open then",
                        Map.of("accountId", accountId.value()))
                .asException();
    }

    private static Statement noLargerThan(int limit, Statement statement) {
        if (statement.movementCount() > limit) {
            throw Problem.of(
                            ProblemType.STATEMENT_TOO_LARGE,
                            "the period has " + statement.movementCount() + " movements; beyond " + limit
                                    + " it is there as text/csv, or in shorter periods",
                            Map.of(
                                    "movements", statement.movementCount(),
                                    "limit", limit,
                                    "mediaType", TEXT_CSV))
                    .asException();
        }
        return statement;
    }
}
