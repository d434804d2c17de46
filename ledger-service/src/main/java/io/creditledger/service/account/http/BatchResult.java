package io.creditledger.service.account.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.creditledger.api.account.commands.Recorded;
import io.creditledger.service.platform.http.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one item of a batch ended: with the status and the fields that the same request alone would have been answered. */
sealed interface BatchResult {

    static BatchResult of(Recorded recorded) {
        return new Succeeded(201, CommandAnswers.consumption(recorded), recorded.replayed() ? true : null);
    }

    static BatchResult of(Problem problem) {
        return new Failed(problem.fields(), problem.replayed() ? true : null);
    }

    /**
     * The consumption was made.
     *
     * @param replayed true, or null and then left out
     */
    record Succeeded(
            int status,
            @JsonUnwrapped ConsumptionAnswer consumption,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean replayed)
            implements BatchResult {}

    /**
     * The item was refused, or its outcome is not known.
     *
     * @param replayed true, or null and then left out
     */
    record Failed(
            @JsonAnyGetter Map<String, Object> problem,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean replayed)
            implements BatchResult {}
}
