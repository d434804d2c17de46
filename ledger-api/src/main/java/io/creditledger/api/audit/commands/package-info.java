/** What the audit can be asked to do. */
@NullMarked
package io.creditledger.api.audit.commands;

import org.jspecify.annotations.NullMarked;
