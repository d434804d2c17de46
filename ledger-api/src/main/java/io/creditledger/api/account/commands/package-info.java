/** What a credit account can be asked to do. */
@NullMarked
package io.creditledger.api.account.commands;

import org.jspecify.annotations.NullMarked;
