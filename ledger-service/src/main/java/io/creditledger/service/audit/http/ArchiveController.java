package io.creditledger.service.audit.http;

import io.creditledger.api.account.AccountId;
import io.creditledger.service.access.Scope;
import io.creditledger.service.account.http.AccountQueries;
import io.creditledger.service.audit.archive.ArchiveWriter;
import io.creditledger.service.audit.archive.HistoryArchive;
import io.creditledger.service.audit.archive.HistoryArchive.Outcome;
import io.creditledger.service.audit.archive.Manifest;
import io.creditledger.service.platform.http.AnswersProblems;
import io.creditledger.service.platform.http.Problem;
import io.creditledger.service.platform.http.ProblemType;
import io.creditledger.service.platform.http.QueryParameters;
import io.creditledger.service.platform.http.TakesParameters;
import io.creditledger.service.platform.security.LeavesTrace;
import io.creditledger.service.platform.security.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The history out of a ledger, and into an empty one. */
@Tag(name = "Audit")
@RestController
class ArchiveController {

    private static final int BUFFER = 64 * 1_024;
    private static final int RETRY_AFTER_SECONDS = 10;

    private final HistoryArchive archive;
    private final AccountQueries queries;

    ArchiveController(HistoryArchive archive, AccountQueries queries) {
        this.archive = archive;
        this.queries = queries;
    }

    @ApiResponse(
            responseCode = "200",
            description = "An archive, one thing a line; without a manifest on its last line it has been cut",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    @Operation(
            operationId = "exportHistory",
            summary = "All history as it is at this moment, or one account's, as lines that prove each other")
    @TakesParameters("accountId")
    @AnswersProblems({ProblemType.ACCOUNT_NOT_FOUND, ProblemType.NOT_ACCEPTABLE})
    @Needs(value = Scope.AUDIT, everyAccount = true)
    @LeavesTrace(parameters = "accountId")
    @GetMapping(path = "/v1/audit/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void export(QueryParameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AccountId account = account(parameters);
        parameters.finish();
        if (account != null) {
            queries.requireStored(account);
        }
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            return;
        }
        if (!archive.write(account, () -> begin(response))) {
            throw Problem.unavailable("as much is exported already as may be at once")
                    .retryAfter(RETRY_AFTER_SECONDS)
                    .asException();
        }
    }

    private static ArchiveWriter begin(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history.ndjson\"");
        return new ArchiveWriter(new BufferedOutputStream(response.getOutputStream(), BUFFER));
    }

    private static @Nullable AccountId account(QueryParameters parameters) {
        String id = parameters.text("accountId", AccountId.MAX_LENGTH);
        if (id == null) {
            return null;
        }
        if (!AccountId.isValid(id)) {
            parameters.note("accountId", "must be 1 to " + AccountId.MAX_LENGTH + " of A-Z a-z 0-9 . _ : -");
            return null;
        }
        return new AccountId(id);
    }

    @Operation(
            operationId = "importHistory",
            summary = "Makes an archive the history of this ledger, which must have none: all of it or nothing")
    @ApiResponse(responseCode = "201", description = "It is the history of this ledger now")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    @AnswersProblems({
        ProblemType.LEDGER_NOT_EMPTY,
        ProblemType.ARCHIVE_REFUSED,
        ProblemType.CONTENT_TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE
    })
    @Needs(value = Scope.ADMIN, everyAccount = true)
    @LeavesTrace
    @PostMapping("/v1/audit/imports")
    ResponseEntity<ImportedHistory> importHistory(HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        requireLines(request.getContentType());
        InputStream lines = request.getInputStream();
        Outcome outcome = archive.read(lines);
        // Whoever is still sending would not hear a refusal.
        lines.transferTo(OutputStream.nullOutputStream());
        return switch (outcome) {
            case Outcome.Imported imported ->
                ResponseEntity.status(HttpStatus.CREATED).body(ImportedHistory.of(imported.manifest()));
            case Outcome.NotEmpty _ ->
                throw Problem.of(
                                ProblemType.LEDGER_NOT_EMPTY,
                                "there are accounts here: a history comes into a ledger without any")
                        .asException();
            case Outcome.StoredElsewhere _ ->
                throw Problem.of(
                                ProblemType.CONFLICT,
                                "the history of this ledger is on Axon Server: one comes into a ledger on PostgreSQL")
                        .asException();
            case Outcome.Busy _ ->
                throw Problem.unavailable("another archive is being imported")
                        .retryAfter(RETRY_AFTER_SECONDS)
                        .asException();
            case Outcome.Bad bad ->
                throw Problem.of(
                                ProblemType.ARCHIVE_REFUSED,
                                bad.place() + " " + bad.reason(),
                                Map.of(
                                        "file", bad.place().file(),
                                        "line", bad.place().line()))
                        .asException();
        };
    }

    private static void requireLines(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        if (contentType == null
                || !contentType.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_NDJSON_VALUE)) {
            throw new HttpMediaTypeNotSupportedException(
                    "The request body has to be " + MediaType.APPLICATION_NDJSON_VALUE,
                    List.of(MediaType.APPLICATION_NDJSON));
        }
    }

    /** How much has come in. */
    record ImportedHistory(long facts, long refusals, long accounts) {

        private static ImportedHistory of(Manifest manifest) {
            return new ImportedHistory(manifest.facts(), manifest.refusals(), manifest.accounts());
        }
    }
}
