/** What can be looked up about purchases, cards and automatic top-ups, and the views that answer. */
@NullMarked
package io.creditledger.api.purchase.queries;

import org.jspecify.annotations.NullMarked;
