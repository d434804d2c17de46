/** What a credit account remembers. Class name and JSON are the storage format. */
@NullMarked
package io.creditledger.api.account.events;

import org.jspecify.annotations.NullMarked;
