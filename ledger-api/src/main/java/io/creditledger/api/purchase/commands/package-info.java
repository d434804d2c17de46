/** What an account can be asked to do about its purchases, cards and automatic top-ups. */
@NullMarked
package io.creditledger.api.purchase.commands;

import org.jspecify.annotations.NullMarked;
