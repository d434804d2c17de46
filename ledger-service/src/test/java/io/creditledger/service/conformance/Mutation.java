package io.creditledger.service.conformance;

/**
 * A request that was valid before something was done to it.
 *
 * @param name what was done
 * @param verdict what may become of it
 */
record Mutation(String name, RawRequest request, Verdict verdict) {

    enum Verdict {
        /** Whatever the operation documents. */
        DOCUMENTED,
        /** What the operation documents, and no success: a ledger that takes it is too kind. */
        REFUSED,
        /** As documented, or there is nothing at that address. */
        MAYBE_ELSEWHERE,
        /** It never comes as far as an operation. */
        NO_OPERATION
    }
}
