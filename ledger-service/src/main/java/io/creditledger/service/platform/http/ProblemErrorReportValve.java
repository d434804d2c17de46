package io.creditledger.service.platform.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat refuses before any application sees it, such as an address that is not well-formed, with a problem. */
public final class ProblemErrorReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean unanswered =
                response.getStatus() >= 400 && response.getContentWritten() == 0 && response.setErrorReported();
        if (unanswered) {
            try {
                ProblemWriter.write(ErrorProblems.problemOf(response.getStatus(), failure), response);
            } catch (IOException gone) {
                // Whoever asked has left: there is nobody to tell.
                getContainer().getLogger().debug("an error could not be reported", gone);
            }
        }
    }
}
