/** What auditors and operators say and ask: verification by replay, read models, what is set aside. */
@NullMarked
package io.creditledger.api.audit;

import org.jspecify.annotations.NullMarked;
