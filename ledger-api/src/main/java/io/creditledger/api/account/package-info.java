/** The words that commands, events and queries about a credit account share. */
@NullMarked
package io.creditledger.api.account;

import org.jspecify.annotations.NullMarked;
