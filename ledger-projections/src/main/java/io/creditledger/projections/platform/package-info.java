/** What all read models share: their database, their place in the history, what happens to facts that can't be applied. */
@NullMarked
package io.creditledger.projections.platform;

import org.jspecify.annotations.NullMarked;
