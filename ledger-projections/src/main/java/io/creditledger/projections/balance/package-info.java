/** What an account is, has and had spent: the answers to FindAccount, FindAccounts and FindBalance. */
@NullMarked
package io.creditledger.projections.balance;

import org.jspecify.annotations.NullMarked;
