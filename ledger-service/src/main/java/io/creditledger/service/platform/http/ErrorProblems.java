package io.creditledger.service.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of Spring's reach: Tomcat and the filters report it to this path. */
@Controller
class ErrorProblems implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        ProblemWriter.write(problemOf(status, failure), response);
    }

    static Problem problemOf(@Nullable Object status, @Nullable Object failure) {
        ProblemType type = status instanceof Integer code ? ProblemType.of(code) : ProblemType.NOT_FOUND;
        // Tomcat throws at what it can't read, too, and says by the status that it is the request's fault.
        if (failure instanceof Throwable thrown && type == ProblemType.INTERNAL_ERROR) {
            return Failures.problemOf(thrown);
        }
        return type == ProblemType.INVALID_REQUEST
                ? Problem.invalid("request", "is not well-formed HTTP, or has more of a head than is read")
                : Problem.of(type, type.title());
    }
}
