package io.creditledger.service.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may do what, in one table. A caller's cell gives the answers for an account that is there for it, one that is not, and one
 * that nobody has opened; or one answer where no account is in the address. An answer is a status, or the end of the type of a
 * problem; 404 alone says that there is no such account, and never anything else.
 */
final class AccessMatrix {

    /** Everybody there is, in the order of the columns. The service is bound to accounts whose ids begin with "mine-". */
    static final List<String> CALLERS = List.of("nobody", "service", "customer", "auditor", "operator");

    private static final String TABLE = """
            operation                                                            | nobody | service                     | customer                        | auditor                                     | operator
            PUT    /v1/accounts/{accountId}                                      | 401 | 200 404 201                    | 403 404 404                     | 403 403 403                                 | 200 200 201
            GET    /v1/accounts/{accountId}                                      | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts                                                  | 401 | 403                            | 403                             | 200                                         | 200
            GET    /v1/accounts/{accountId}/balance                              | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/lots                                 | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/transactions                         | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/websites                             | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/usage                                | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/statement                            | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/stream                               | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/events                               | 401 | 403 404 403                    | 403 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/comparison                           | 401 | 403 404 403                    | 403 404 404                     | 200 200 404                                 | 200 200 404
            POST   /v1/accounts/{accountId}/grants                               | 401 | 201 404 404                    | 403 404 404                     | 403 403 403                                 | 201 201 404
            POST   /v1/accounts/{accountId}/lots/{lotId}/revocation              | 401 | 403 404 403                    | 403 404 404                     | 403 403 403                                 | lot-not-found lot-not-found 404
            POST   /v1/accounts/{accountId}/consumptions                         | 401 | 201 404 404                    | 403 404 404                     | 403 403 403                                 | 201 201 404
            POST   /v1/accounts/{accountId}/consumptions/{consumptionId}/reversal | 401 | consumption-not-found 404 404 | 403 404 404                     | 403 403 403                                 | consumption-not-found consumption-not-found 404
            POST   /v1/consumptions/batch                                        | 401 | 200                            | 403                             | 403                                         | 200
            POST   /v1/accounts/{accountId}/purchases                            | 401 | 403 404 403                    | 201 404 404                     | 403 403 403                                 | 201 201 404
            GET    /v1/accounts/{accountId}/purchases                            | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            GET    /v1/accounts/{accountId}/purchases/{purchaseId}               | 401 | purchase-not-found 404 404     | purchase-not-found 404 404      | purchase-not-found purchase-not-found 404   | purchase-not-found purchase-not-found 404
            POST   /v1/accounts/{accountId}/purchases/{purchaseId}/cancel        | 401 | 403 404 403                    | purchase-not-found 404 404      | 403 403 403                                 | purchase-not-found purchase-not-found 404
            POST   /v1/accounts/{accountId}/purchases/{purchaseId}/resume        | 401 | 403 404 403                    | purchase-not-found 404 404      | 403 403 403                                 | purchase-not-found purchase-not-found 404
            POST   /v1/accounts/{accountId}/purchases/{purchaseId}/refund        | 401 | 403 404 403                    | 403 404 404                     | 403 403 403                                 | purchase-not-found purchase-not-found 404
            POST   /v1/accounts/{accountId}/payment-methods/setup                | 401 | 403 404 403                    | 201 404 404                     | 403 403 403                                 | 201 201 404
            GET    /v1/accounts/{accountId}/payment-methods                      | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            PUT    /v1/accounts/{accountId}/payment-methods/{paymentMethodId}/default | 401 | 403 404 403               | payment-method-not-found 404 404 | 403 403 403                                | payment-method-not-found payment-method-not-found 404
            DELETE /v1/accounts/{accountId}/payment-methods/{paymentMethodId}    | 401 | 403 404 403                    | payment-method-not-found 404 404 | 403 403 403                                | payment-method-not-found payment-method-not-found 404
            GET    /v1/accounts/{accountId}/auto-top-up                          | 401 | 200 404 404                    | 200 404 404                     | 200 200 404                                 | 200 200 404
            PUT    /v1/accounts/{accountId}/auto-top-up                          | 401 | 403 404 403                    | 200 404 404                     | 403 403 403                                 | 200 200 404
            DELETE /v1/accounts/{accountId}/auto-top-up                          | 401 | 403 404 403                    | 204 404 404                     | 403 403 403                                 | 204 204 404
            POST   /v1/accounts/{accountId}/dashboard-sessions                   | 401 | 201 404 404                    | 403 404 404                     | 403 403 403                                 | 201 201 404
            GET    /v1/accounts/{accountId}/dashboard-sessions                   | 401 | 200 404 404                    | 403 404 404                     | 403 403 403                                 | 200 200 404
            DELETE /v1/accounts/{accountId}/dashboard-sessions/{sessionId}       | 401 | not-found 404 404              | 403 404 404                     | 403 403 403                                 | not-found not-found 404
            POST   /v1/dashboard-session                                         | 401 | 403                            | 200                             | 403                                         | 403
            GET    /v1/dashboard-session                                         | 401 | 403                            | 200                             | 403                                         | 403
            DELETE /v1/dashboard-session                                         | 401 | 403                            | 204                             | 403                                         | 403
            POST   /v1/api-keys                                                  | 401 | 403                            | 403                             | 403                                         | 201
            GET    /v1/audit/accesses                                            | 401 | 403                            | 403                             | 403                                         | 200
            GET    /v1/api-keys                                                  | 401 | 403                            | 403                             | 403                                         | 200
            GET    /v1/api-keys/{keyId}                                          | 401 | 403                            | 403                             | 403                                         | not-found
            DELETE /v1/api-keys/{keyId}                                          | 401 | 403                            | 403                             | 403                                         | not-found
            POST   /v1/api-keys/{keyId}/rotation                                 | 401 | 403                            | 403                             | 403                                         | not-found
            DELETE /v1/api-keys/{keyId}/rotation                                 | 401 | 403                            | 403                             | 403                                         | not-found
            POST   /v1/audit/verifications                                       | 401 | 403                            | 403                             | 201                                         | 201
            GET    /v1/audit/verifications                                       | 401 | 403                            | 403                             | 200                                         | 200
            GET    /v1/audit/verifications/{verificationId}                      | 401 | 403                            | 403                             | not-found                                   | not-found
            POST   /v1/audit/verifications/{verificationId}/stop                 | 401 | 403                            | 403                             | not-found                                   | not-found
            POST   /v1/audit/verifications/{verificationId}/resumption           | 401 | 403                            | 403                             | not-found                                   | not-found
            GET    /v1/audit/export                                              | 401 | 403                            | 403                             | 200                                         | 200
            POST   /v1/audit/imports                                             | 401 | 403                            | 403                             | 403                                         | unsupported-media-type
            POST   /v1/audit/rebuilds                                            | 401 | 403                            | 403                             | 403                                         | 201
            GET    /v1/audit/rebuilds                                            | 401 | 403                            | 403                             | 200                                         | 200
            GET    /v1/audit/rebuilds/{rebuildId}                                | 401 | 403                            | 403                             | not-found                                   | not-found
            POST   /v1/audit/rebuilds/{rebuildId}/stop                           | 401 | 403                            | 403                             | 403                                         | not-found
            GET    /v1/audit/projections                                         | 401 | 403                            | 403                             | 200                                         | 200
            GET    /v1/audit/completeness                                        | 401 | 403                            | 403                             | 200                                         | 200
            GET    /v1/audit/dead-letters                                        | 401 | 403                            | 403                             | 200                                         | 200
            POST   /v1/audit/dead-letters/{projection}/{setAsideAccountId}/retry | 401 | 403                            | 403                             | 403                                         | not-found
            POST   /v1/audit/repairs/{repairedAccountId}                         | 401 | 403                            | 403                             | 403                                         | 404
            GET    /v1/packages                                                  | 200 | 200                            | 200                             | 200                                         | 200
            GET    /v1/config                                                    | 200 | 200                            | 200                             | 200                                         | 200
            POST   /v1/stripe/webhook                                            | invalid-signature | invalid-signature | invalid-signature              | invalid-signature                           | invalid-signature
            GET    /v3/api-docs                                                  | 200 | 200                            | 200                             | 200                                         | 200
            GET    /v3/api-docs.yaml                                             | 401 | 200                            | 200                             | 200                                         | 200
            GET    /actuator                                                     | 401 | 403                            | 403                             | 403                                         | 200
            GET    /actuator/health                                              | 200 | 200                            | 200                             | 200                                         | 200
            GET    /actuator/health/**                                           | 200 | 200                            | 200                             | 200                                         | 200
            GET    /actuator/info                                                | 401 | 403                            | 403                             | 200                                         | 200
            GET    /actuator/prometheus                                          | 401 | 403                            | 403                             | 200                                         | 200
            GET    /actuator/metrics                                             | 401 | 403                            | 403                             | 200                                         | 200
            GET    /actuator/metrics/{requiredMetricName}                        | 401 | 403                            | 403                             | 200                                         | 200
            GET    /actuator/projections                                         | 401 | 403                            | 403                             | 200                                         | 200
            POST   /actuator/projections                                         | 401 | 403                            | 403                             | 403                                         | 200
            """;

    private AccessMatrix() {}

    /**
     * One operation.
     *
     * @param answers by caller; three if the address has an account in it, else one
     */
    record Row(String method, String path, Map<String, List<String>> answers) {

        String operation() {
            return method + " " + path;
        }

        boolean isOfAnAccount() {
            return path.contains("{accountId}");
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).map(AccessMatrix::row);
    }

    private static Row row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        String[] operation = cells.getFirst().split("\\s+", -1);
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (int column = 0; column < CALLERS.size(); column++) {
            answers.put(CALLERS.get(column), List.of(cells.get(column + 1).split("\\s+", -1)));
        }
        return new Row(operation[0], operation[1], answers);
    }
}
