/** What the audit can be asked, and its answers. */
@NullMarked
package io.creditledger.api.audit.queries;

import org.jspecify.annotations.NullMarked;
