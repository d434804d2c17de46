package io.creditledger.service.platform.http;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;

/** Answers what Tomcat refuses before any application sees it, such as an address that is not well-formed, with a problem. */
final class ProblemErrorReportValve extends ErrorReportValve {

    private final Supplier<HeaderWriter> headers;

    /** Writes these headers as well, since no filter is ever reached. */
    ProblemErrorReportValve(Supplier<HeaderWriter> headers) {
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean unanswered =
                response.getStatus() >= 400 && response.getContentWritten() == 0 && response.setErrorReported();
        if (unanswered) {
            try {
                headers.get().writeHeaders(request, response);
                ProblemWriter.write(problemOf(response.getStatus(), failure), response);
            } catch (IOException gone) {
                // Whoever asked has left: there is nobody to tell.
                getContainer().getLogger().debug("an error could not be reported", gone);
            }
        }
    }

    /** What was refused has its status already, and how Tomcat came to refuse it is of no interest to a log. */
    private static Problem problemOf(int status, @Nullable Throwable failure) {
        return ErrorProblems.problemOf(status, status < 500 ? null : failure);
    }
}
