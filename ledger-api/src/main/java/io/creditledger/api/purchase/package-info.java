/** The words that commands, events and queries about purchases, cards and automatic top-ups share. */
@NullMarked
package io.creditledger.api.purchase;

import org.jspecify.annotations.NullMarked;
