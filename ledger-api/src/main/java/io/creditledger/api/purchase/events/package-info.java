/** What an account remembers of its purchases, cards and automatic top-ups. Class name and JSON are the storage format. */
@NullMarked
package io.creditledger.api.purchase.events;

import org.jspecify.annotations.NullMarked;
