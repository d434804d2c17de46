package io.creditledger.service.platform.http;

import io.creditledger.api.IdempotencyKey;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers every request that ends in an exception with a problem, whoever threw it. */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    void answer(Throwable failure, HttpServletResponse response) throws Throwable {
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            // Half an answer is out: breaking the connection is the only way left to say that the rest is missing.
            throw failure;
        }
        resetButForLimits(response);
        if (failure instanceof ErrorResponse spring) {
            allow(spring.getHeaders(), response);
        }
        ProblemWriter.write(problemOf(failure), response);
    }

    /** Where the caller stands with its limits is true of whatever answer. */
    private static void resetButForLimits(HttpServletResponse response) {
        String policy = response.getHeader(LedgerHeaders.RATE_LIMIT_POLICY);
        String standing = response.getHeader(LedgerHeaders.RATE_LIMIT);
        response.reset();
        if (policy != null && standing != null) {
            response.setHeader(LedgerHeaders.RATE_LIMIT_POLICY, policy);
            response.setHeader(LedgerHeaders.RATE_LIMIT, standing);
        }
    }

    private static void allow(HttpHeaders headers, HttpServletResponse response) {
        String allow = headers.getFirst(HttpHeaders.ALLOW);
        if (allow != null) {
            response.setHeader(HttpHeaders.ALLOW, allow);
        }
    }

    private static Problem problemOf(Throwable failure) {
        return switch (failure) {
            case MissingRequestHeaderException missing -> missingHeader(missing.getHeaderName());
            case MethodArgumentTypeMismatchException malformed -> malformedArgument(malformed);
            case InvalidParameterException malformed ->
                Problem.of(ProblemType.of(malformed.getErrorCode()), "the query parameters are not well-formed");
            case ErrorResponse spring -> problemOf(spring);
            case IOException broken ->
                Problem.invalid(
                        "body", "could not be read: " + broken.getClass().getSimpleName());
            default -> Failures.problemOf(failure);
        };
    }

    private static Problem problemOf(ErrorResponse spring) {
        ProblemType type = ProblemType.of(spring.getStatusCode().value());
        String detail = spring.getBody().getDetail();
        // What Spring says of its own failures is about our inside.
        return Problem.of(type, detail == null || type == ProblemType.INTERNAL_ERROR ? type.title() : detail);
    }

    private static Problem missingHeader(String name) {
        return name.equals(LedgerHeaders.IDEMPOTENCY_KEY)
                ? Problem.of(
                        ProblemType.IDEMPOTENCY_KEY_REQUIRED,
                        "a request that moves credits or money needs the header " + LedgerHeaders.IDEMPOTENCY_KEY)
                : Problem.invalid(name, "is required");
    }

    private static Problem malformedArgument(MethodArgumentTypeMismatchException malformed) {
        if (malformed.getRequiredType() == IdempotencyKey.class) {
            return Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REQUIRED,
                    "the header " + LedgerHeaders.IDEMPOTENCY_KEY + " must be 1 to " + IdempotencyKey.MAX_LENGTH
                            + " printable characters");
        }
        return Problem.invalid(malformed.getName(), "must be valid: " + rootMessage(malformed));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
