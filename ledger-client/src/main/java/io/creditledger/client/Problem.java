package io.creditledger.client;

import io.creditledger.api.LedgerRejection;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger answers instead of what was asked for, as RFC 9457 describes it.
 *
 * @param kind the stable name of the problem, as in {@code insufficient-credits}; {@code http-} and the status where the answer
 *     is nobody's problem, as a proxy's page
 * @param status of HTTP
 * @param detail for a person
 * @param facts all fields of the answer
 */
public record Problem(String kind, int status, String detail, Map<String, Object> facts) {

    public Problem {
        facts = Map.copyOf(facts);
    }

    /** The refusal in the ledger's own words, with its facts; empty for a problem that is none, as a key that is not valid. */
    public Optional<LedgerRejection> rejection() {
        return Json.rejection(kind, facts);
    }
}
