package io.creditledger.api.account.queries;

/** A question about credit accounts. */
public sealed interface AccountQuery
        permits FindAccount,
                FindAccounts,
                FindBalance,
                FindBalanceAsOf,
                FindDueAccounts,
                FindEvents,
                FindLots,
                FindTransactions,
                FindUsage,
                FindWebsites {}
