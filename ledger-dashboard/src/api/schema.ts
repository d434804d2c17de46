// Made from docs/openapi.json by 'npm run types'. Not to be edited.

export interface paths {
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts, in the order of their ids
         * @description Needs the scope ledger:audit.
         */
        get: operations["findAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An account with its balance
         * @description Needs the scope ledger:query.
         */
        get: operations["findAccount"];
        /**
         * Opens an account, or changes its details
         * @description Needs the scope ledger:command.
         */
        put: operations["openAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/auto-top-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether and how the account buys credits by itself
         * @description Needs the scope ledger:query.
         */
        get: operations["findAutoTopUp"];
        /**
         * Has the account buy credits by itself, with its default card; also ends a pause
         * @description Needs the scope ledger:purchase.
         */
        put: operations["configureAutoTopUp"];
        post?: never;
        /**
         * Ends automatic top-ups; one that is under way goes on
         * @description Needs the scope ledger:purchase.
         */
        delete: operations["disableAutoTopUp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The balance, now or as it was
         * @description Needs the scope ledger:query.
         */
        get: operations["findBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Two moments of an account, the earlier first, and what lies between; the other is now unless it is said
         * @description Needs the scope ledger:audit.
         */
        get: operations["compareMoments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/consumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spends credits, all or nothing
         * @description Needs the scope ledger:command.
         */
        post: operations["consumeCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/consumptions/{consumptionId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back a consumption, whole or in part
         * @description Needs the scope ledger:command.
         */
        post: operations["reverseConsumption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/dashboard-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The valid sessions of an account, the newest first
         * @description Needs the scope ledger:command.
         */
        get: operations["findDashboardSessions"];
        put?: never;
        /**
         * Lets a customer see to this account, and to no other, for a short time
         * @description Needs the scope ledger:command.
         */
        post: operations["openDashboardSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/dashboard-sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a session at once
         * @description Needs the scope ledger:command.
         */
        delete: operations["revokeDashboardSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stored facts in order; as application/x-ndjson all of them
         * @description Needs the scope ledger:audit.
         */
        get: operations["findEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grants credits: a new lot comes in
         * @description Needs the scope ledger:command.
         */
        post: operations["grantCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lots in burn order, now or as they were
         * @description Needs the scope ledger:query.
         */
        get: operations["findLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/lots/{lotId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes back what is unspent of a lot
         * @description Needs the scope ledger:admin.
         */
        post: operations["revokeCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The saved cards, the default first
         * @description Needs the scope ledger:query.
         */
        get: operations["findPaymentMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/payment-methods/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepares that a browser gives a card to be saved; an idempotency key is optional
         * @description Needs the scope ledger:purchase.
         */
        post: operations["setUpPaymentMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/payment-methods/{paymentMethodId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a saved card, which is not used from now on
         * @description Needs the scope ledger:purchase.
         */
        delete: operations["removePaymentMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/payment-methods/{paymentMethodId}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Makes a saved card the one to pay with
         * @description Needs the scope ledger:purchase.
         */
        put: operations["setDefaultPaymentMethod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The purchases, last started first
         * @description Needs the scope ledger:query.
         */
        get: operations["findPurchases"];
        put?: never;
        /**
         * Buys a package: with a saved card at once, else with a card that a browser gives to the payment provider
         * @description Needs the scope ledger:purchase.
         */
        post: operations["purchaseCredits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/purchases/{purchaseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A purchase as it stands
         * @description Needs the scope ledger:query.
         */
        get: operations["findPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/purchases/{purchaseId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a purchase that nobody has paid
         * @description Needs the scope ledger:purchase.
         */
        post: operations["cancelPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/purchases/{purchaseId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back money for unspent credits of a purchase
         * @description Needs the scope ledger:admin.
         */
        post: operations["refundPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/purchases/{purchaseId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on with an open purchase: for a customer who closed the page, or whose bank wants to see them
         * @description Needs the scope ledger:purchase.
         */
        post: operations["resumePurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statement of a period: what was there, what moved, what was left; as JSON, text/csv or application/pdf
         * @description Needs the scope ledger:query.
         */
        get: operations["findStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to the account, as it happens: balance, transaction, purchase and payment-method events
         * @description Needs the scope ledger:query.
         */
        get: operations["streamAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The movements, newest first; as text/csv all that match
         * @description Needs the scope ledger:query.
         */
        get: operations["findTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The use over time, empty buckets included
         * @description Needs the scope ledger:query.
         */
        get: operations["findUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{accountId}/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each website used, most used first
         * @description Needs the scope ledger:query.
         */
        get: operations["findWebsites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys without their secrets, revoked ones included
         * @description Needs the scope ledger:admin, for all accounts.
         */
        get: operations["findApiKeys"];
        put?: never;
        /**
         * Makes a key; its secret is told this once
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A key without its secret
         * @description Needs the scope ledger:admin, for all accounts.
         */
        get: operations["findApiKey"];
        put?: never;
        post?: never;
        /**
         * Ends a key at once and for good
         * @description Needs the scope ledger:admin, for all accounts.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a key another secret, told this once; the one before stays valid for a while
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["rotateApiKey"];
        /**
         * Ends the time of the secret before the last rotation
         * @description Needs the scope ledger:admin, for all accounts.
         */
        delete: operations["endApiKeyRotation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who looked at facts, statements and verifications, latest first
         * @description Needs the scope ledger:admin, for all accounts.
         */
        get: operations["findAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether all that is stored is there and shown, as the check that runs all the time found
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts that read models have set aside, because a fact can't be applied
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/dead-letters/{projection}/{setAsideAccountId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries the facts again of an account that was set aside
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All history as it is at this moment, or one account's, as lines that prove each other
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["exportHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes an archive the history of this ledger, which must have none: all of it or nothing
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["importHistory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where each read model is in the history
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rebuilds, the newest first
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findRebuilds"];
        put?: never;
        /**
         * Makes read models anew from the first fact and exchanges them at once; reads go on meanwhile
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["startRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/rebuilds/{rebuildId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a rebuild is, and how it ended
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/rebuilds/{rebuildId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a rebuild; nothing is changed
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["stopRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/repairs/{repairedAccountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the rows of one account anew in every read model, and exchanges them at once
         * @description Needs the scope ledger:admin, for all accounts.
         */
        post: operations["repairAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verifications, the newest first
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findVerifications"];
        put?: never;
        /**
         * Replays the history from its first fact and compares it with the read models
         * @description Needs the scope ledger:audit, for all accounts.
         */
        post: operations["startVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications/{verificationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a verification is, and what it found
         * @description Needs the scope ledger:audit, for all accounts.
         */
        get: operations["findVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications/{verificationId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a verification go on from where it stopped
         * @description Needs the scope ledger:audit, for all accounts.
         */
        post: operations["resumeVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verifications/{verificationId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a verification where it is
         * @description Needs the scope ledger:audit, for all accounts.
         */
        post: operations["stopVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a browser needs to know to pay; needs no key */
        get: operations["findConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consumptions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spends credits of many accounts, each item by itself
         * @description Needs the scope ledger:command.
         */
        post: operations["consumeBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dashboard-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The session that the browser has
         * @description For every caller with a key or token.
         */
        get: operations["findDashboardSession"];
        put?: never;
        /**
         * Keeps the session in a cookie of the browser that sends its token
         * @description For every caller with a key or token.
         */
        post: operations["keepDashboardSession"];
        /**
         * Ends the session and takes its cookie away
         * @description For every caller with a key or token.
         */
        delete: operations["endDashboardSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The packages on offer; needs no key */
        get: operations["findPackages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessPage: {
            items: components["schemas"]["ReadAccess"][];
            nextCursor?: string | null;
        };
        AccountRequest: {
            /** @example Acme Inc. */
            displayName?: string;
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata?: {
                [key: string]: unknown;
            };
        };
        AccountView: {
            accountId: string;
            /** Format: date-time */
            asOf: string;
            balance: components["schemas"]["BalanceView"];
            displayName?: string | null;
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: int64 */
            revision: bigint;
        };
        ApiKey: {
            accountPrefixes: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt?: string | null;
            keyId: string;
            /** Format: date-time */
            lastUsedAt?: string | null;
            name: string;
            /** Format: date-time */
            previousSecretExpiresAt?: string | null;
            /** Format: date-time */
            revokedAt?: string | null;
            revokedBy?: string | null;
            scopes: string[];
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            nextCursor?: string | null;
        };
        /** @description Either role or scopes has to be given. */
        ApiKeyRequest: {
            /** @description What the ids of the accounts begin with; without it all. */
            accountPrefixes?: string[];
            /**
             * Format: date-time
             * @description From when it is not valid; without it never.
             */
            expiresAt?: string;
            /** @example website generator */
            name: string;
            /**
             * @description Stands for the scopes that such a caller needs.
             * @enum {string}
             */
            role?: "service" | "auditor" | "operator";
            scopes?: ("ledger:command" | "ledger:query" | "ledger:purchase" | "ledger:audit" | "ledger:admin")[];
        };
        ApiKeyRotationRequest: {
            /**
             * Format: int64
             * @description How long the secret before stays valid: 0 to 30 days, by default one.
             * @default 86400
             */
            overlapSeconds: bigint;
        };
        ApiKeyWithSecret: {
            accountPrefixes: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt?: string | null;
            key: string;
            keyId: string;
            /** Format: date-time */
            lastUsedAt?: string | null;
            name: string;
            /** Format: date-time */
            previousSecretExpiresAt?: string | null;
            /** Format: date-time */
            revokedAt?: string | null;
            revokedBy?: string | null;
            scopes: string[];
        };
        AutoTopUpRequest: {
            /** @description The most that top-ups may cost in one month of UTC, in the package's currency. */
            monthlyLimit: components["schemas"]["Price"];
            /** @example credits-10000 */
            packageId: string;
            /**
             * Format: int64
             * @description A top-up is due when less than this is available.
             * @example 2000
             */
            threshold: bigint;
        };
        AutoTopUpView: {
            /** Format: date-time */
            asOf: string;
            failure?: components["schemas"]["PaymentFailure"] | null;
            monthlyLimit?: components["schemas"]["Price"] | null;
            /** Format: date-time */
            nextAttemptAt?: string | null;
            openPurchaseId?: string | null;
            packageId?: string | null;
            /** @enum {string|null} */
            pausedReason?: "authentication_required" | "payment_declined" | "payment_method_missing" | "payment_disputed" | "monthly_limit_reached" | null;
            /** Format: int64 */
            revision: bigint;
            spentThisMonth?: components["schemas"]["Price"] | null;
            /** @enum {string} */
            state: "off" | "on" | "paused";
            /** Format: int64 */
            threshold?: bigint;
        };
        BalanceView: {
            accountId: string;
            /** Format: date-time */
            asOf: string;
            /** Format: int64 */
            available: bigint;
            /** Format: int64 */
            current: bigint;
            /** Format: int64 */
            debt: bigint;
            /** Format: int64 */
            frozen: bigint;
            /** Format: int64 */
            held: bigint;
            /** Format: int64 */
            revision: bigint;
            /** Format: int64 */
            total: bigint;
            /** Format: int64 */
            used: bigint;
            usedPercent: number;
        };
        BatchAnswer: {
            results: components["schemas"]["BatchResult"][];
        };
        BatchItem: {
            /** @example acme */
            accountId: string;
            /**
             * Format: int64
             * @description 1 to 1,000,000,000,000 credits
             * @example 420
             */
            amount: bigint;
            /** @example Website generation */
            description: string;
            /** @example generation-1 */
            idempotencyKey: string;
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata?: {
                [key: string]: unknown;
            };
            website?: components["schemas"]["WebsiteOfRequest"];
        };
        BatchRequest: {
            items: components["schemas"]["BatchItem"][];
        };
        /** @description What the item alone would have been answered, its status, and whether that is a replay. */
        BatchResult: {
            replayed?: boolean;
            /** Format: int32 */
            status: number;
        } | components["schemas"]["ConsumptionAnswer"] | components["schemas"]["Problem"];
        BrowserConfig: {
            cardConsent: string;
            demo: boolean;
            packages: components["schemas"]["CreditPackage"][];
            publishableKey?: string | null;
            scriptAddress?: string | null;
            simulator: boolean;
        };
        Bucket: {
            /** Format: int64 */
            consumed: bigint;
            /** Format: int64 */
            consumptions: bigint;
            /** Format: int64 */
            reversed: bigint;
            /** Format: date-time */
            start: string;
            /** Format: int64 */
            used: bigint;
            websites?: components["schemas"]["WebsiteUse"][];
        };
        Change: {
            /** Format: int64 */
            available?: bigint;
            /** Format: int64 */
            current?: bigint;
            /** Format: int64 */
            debt?: bigint;
            /** Format: int64 */
            frozen?: bigint;
            /** Format: int64 */
            held?: bigint;
            /** Format: int64 */
            total?: bigint;
            /** Format: int64 */
            used?: bigint;
        };
        Comparison: {
            accountId?: string;
            /** @enum {string} */
            basis?: "BOOKED" | "EFFECTIVE";
            change?: components["schemas"]["Change"];
            /** Format: int64 */
            facts?: bigint;
            first?: components["schemas"]["BalanceView"];
            second?: components["schemas"]["BalanceView"];
            totals?: components["schemas"]["StatementTotal"][];
        };
        CompletenessView: {
            /** Format: int64 */
            accounts: bigint;
            /** Format: date-time */
            checkedAt?: string | null;
            incomplete: components["schemas"]["Incomplete"][];
            /** Format: int64 */
            incompleteCount: bigint;
            /** Format: date-time */
            verifiedAt?: string | null;
            /** Format: int64 */
            verifiedThrough?: bigint;
        };
        ConsumptionAnswer: {
            accountId: string;
            /** Format: int64 */
            amount: bigint;
            balance: components["schemas"]["BalanceView"];
            consumptionId: string;
            description: string;
            draws: components["schemas"]["Draw"][];
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurredAt: string;
            /** Format: int64 */
            revision: bigint;
            website?: components["schemas"]["Website"];
        };
        ConsumptionRequest: {
            /**
             * Format: int64
             * @description 1 to 1,000,000,000,000 credits
             * @example 420
             */
            amount: bigint;
            /** @example Website generation */
            description: string;
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata?: {
                [key: string]: unknown;
            };
            website?: components["schemas"]["WebsiteOfRequest"];
        };
        Corrected: {
            /** Format: date-time */
            occurredAt: string;
            /** Format: int64 */
            revision: bigint;
            transactionId: string;
        };
        CreditPackage: {
            /** Format: int64 */
            credits: bigint;
            packageId: string;
            price: components["schemas"]["Price"];
            /** Format: int32 */
            version: number;
        };
        DashboardSession: {
            accountId: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            sessionId: string;
        };
        DashboardSessionList: {
            items: components["schemas"]["DashboardSession"][];
        };
        DashboardSessionRequest: {
            /**
             * Format: int64
             * @description How long it is valid: a minute to a day, by default an hour.
             * @default 3600
             */
            expiresInSeconds: bigint;
        };
        DashboardSessionWithToken: {
            /** Format: date-time */
            expiresAt: string;
            sessionId: string;
            token: string;
            url: string;
        };
        DeadLetterPage: {
            items?: components["schemas"]["DeadLetterView"][];
            nextCursor?: string | null;
        };
        DeadLetterView: {
            accountId?: string;
            cause?: string;
            /** Format: int64 */
            events?: bigint;
            /** Format: date-time */
            lastTriedAt?: string;
            projection?: string;
            /** Format: int64 */
            revision?: bigint;
            /** Format: date-time */
            since?: string;
            type?: string;
        };
        Difference: {
            accountId?: string;
            /** @description What there is; null when there is nothing. */
            actual?: unknown;
            /** @description What the facts make; null when there should be nothing. */
            expected?: unknown;
            projection?: string;
            /** Format: int64 */
            revision?: bigint;
            subject?: string;
        };
        Draw: {
            /** Format: int64 */
            amount: bigint;
            lotId: string;
        };
        EmptyRequest: unknown;
        EventsPage: {
            items: components["schemas"]["StoredFact"][];
            /** Format: int64 */
            nextRevision?: bigint;
        };
        Failed: components["schemas"]["BatchResult"] & {
            problem?: {
                [key: string]: unknown;
            };
            replayed?: boolean;
        };
        GrantAnswer: {
            accountId: string;
            /** Format: int64 */
            amount: bigint;
            balance: components["schemas"]["BalanceView"];
            description: string;
            /** Format: date-time */
            effectiveAt: string;
            /** Format: date-time */
            expiresAt?: string | null;
            lotId: string;
            /** Format: date-time */
            occurredAt: string;
            /** Format: int32 */
            priority: number;
            /** Format: int64 */
            revision: bigint;
            /** @enum {string} */
            source: "purchase" | "promotional" | "plan" | "adjustment";
        };
        GrantRequest: {
            /**
             * Format: int64
             * @description 1 to 1,000,000,000,000 credits
             * @example 10000
             */
            amount: bigint;
            /** @example Welcome */
            description: string;
            /**
             * Format: date-time
             * @description When the credits can first be spent; without it at once.
             */
            effectiveAt?: string;
            /**
             * Format: date-time
             * @description From when they can't be spent any more; without it never.
             */
            expiresAt?: string;
            /**
             * Format: int32
             * @description Lower burns first.
             * @default 50
             */
            priority: number;
            /**
             * @example promotional
             * @enum {string}
             */
            source: "promotional" | "plan" | "adjustment";
        };
        ImportedHistory: {
            /** Format: int64 */
            accounts?: bigint;
            /** Format: int64 */
            facts?: bigint;
            /** Format: int64 */
            refusals?: bigint;
        };
        Incomplete: {
            accountId: string;
            projection: string;
            /** Format: int64 */
            shownRevision?: bigint;
            /** Format: int64 */
            storedFacts: bigint;
            /** Format: int64 */
            storedRevision: bigint;
        };
        LotView: {
            description: string;
            /** Format: date-time */
            effectiveAt: string;
            /** Format: date-time */
            expiresAt?: string | null;
            /** Format: int64 */
            granted: bigint;
            /** Format: date-time */
            grantedAt: string;
            /** Format: int64 */
            held: bigint;
            lotId: string;
            paid?: components["schemas"]["Price"] | null;
            /** Format: int32 */
            priority: number;
            purchaseId?: string | null;
            /** Format: int64 */
            remaining: bigint;
            /** @enum {string} */
            source: "purchase" | "promotional" | "plan" | "adjustment";
            /** @enum {string} */
            state: "pending" | "active" | "depleted" | "expired" | "revoked" | "disputed";
        };
        OwnDashboardSession: {
            accountId: string;
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PageAccountView: {
            /** Format: date-time */
            asOf?: string;
            items: components["schemas"]["AccountView"][];
            nextCursor?: string | null;
            /** Format: int64 */
            revision?: bigint;
        };
        PageLotView: {
            /** Format: date-time */
            asOf?: string;
            items: components["schemas"]["LotView"][];
            nextCursor?: string | null;
            /** Format: int64 */
            revision?: bigint;
        };
        PagePurchaseView: {
            /** Format: date-time */
            asOf?: string;
            items: components["schemas"]["PurchaseView"][];
            nextCursor?: string | null;
            /** Format: int64 */
            revision?: bigint;
        };
        PageTransactionLine: {
            /** Format: date-time */
            asOf?: string;
            items: components["schemas"]["TransactionLine"][];
            nextCursor?: string | null;
            /** Format: int64 */
            revision?: bigint;
        };
        PageWebsiteLine: {
            /** Format: date-time */
            asOf?: string;
            items: components["schemas"]["WebsiteLine"][];
            nextCursor?: string | null;
            /** Format: int64 */
            revision?: bigint;
        };
        PaymentFailure: {
            code: string;
            declineCode?: string;
            message: string;
        };
        PaymentMethodView: {
            brand: string;
            country?: string | null;
            /** Format: int32 */
            expMonth: number;
            /** Format: int32 */
            expYear: number;
            fingerprint?: string | null;
            isDefault: boolean;
            last4: string;
            paymentMethodId: string;
            removed: boolean;
            /** Format: int64 */
            revision: bigint;
        };
        Price: {
            /** Format: int64 */
            amount: bigint;
            currency: string;
        };
        /** @description What went wrong (RFC 9457). What a program can use are further fields. */
        Problem: {
            detail: string;
            /** @description Each bad field of the request. */
            errors?: {
                /** @description Its path, as in website.url. */
                field: string;
                problem: string;
            }[];
            /** Format: int32 */
            status: number;
            title: string;
            /** Format: uri */
            type: string;
        } & {
            [key: string]: unknown;
        };
        PurchaseAnswer: {
            accountId: string;
            balance: components["schemas"]["BalanceView"];
            clientSecret?: string;
            failure?: components["schemas"]["PaymentFailure"];
            /** Format: date-time */
            occurredAt: string;
            package: components["schemas"]["CreditPackage"];
            paymentIntentId?: string | null;
            purchaseId: string;
            /** Format: int64 */
            revision: bigint;
            /** @enum {string} */
            status: "processing" | "requires_action" | "requires_payment_method" | "succeeded" | "failed" | "canceled" | "partially_refunded" | "refunded" | "disputed";
        };
        PurchaseRequest: {
            /** @example credits-10000 */
            packageId: string;
            /** @description The saved card to pay with; without it a browser confirms with the client secret. */
            paymentMethodId?: string;
            /** @description Whether the card that is given then is to be saved; without it, not. */
            savePaymentMethod?: boolean;
        };
        PurchaseView: {
            /** @enum {string|null} */
            cancellation?: "requested" | "stale" | "declined" | null;
            /** Format: int64 */
            clawedBack: bigint;
            failure?: components["schemas"]["PaymentFailure"] | null;
            /** @enum {string} */
            initiator: "customer" | "auto_top_up";
            lotId?: string | null;
            package: components["schemas"]["CreditPackage"];
            paymentIntentId?: string | null;
            paymentMethodId?: string | null;
            purchaseId: string;
            receiptUrl?: string | null;
            refunded: components["schemas"]["Price"];
            /** Format: int64 */
            revision: bigint;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            status: "processing" | "requires_action" | "requires_payment_method" | "succeeded" | "failed" | "canceled" | "partially_refunded" | "refunded" | "disputed";
            /** Format: date-time */
            updatedAt: string;
        };
        ReadAccess: {
            /** Format: int64 */
            accessId: bigint;
            accountId?: string | null;
            actor: string;
            /** Format: date-time */
            occurredAt: string;
            operation: string;
            parameters: {
                [key: string]: string;
            };
            /** Format: int32 */
            status?: number | null;
        };
        ReadModelView: {
            /** Format: int64 */
            deadLetterAccounts?: bigint;
            /** Format: int64 */
            deadLetterEvents?: bigint;
            /** Format: int64 */
            lagEvents?: bigint;
            /** Format: int64 */
            lagMillis?: bigint;
            projection?: string;
            replaying?: boolean;
            running?: boolean;
        };
        ReadModels: {
            items?: components["schemas"]["ReadModelView"][];
        };
        RebuildPage: {
            items?: components["schemas"]["RebuildView"][];
            nextCursor?: string | null;
        };
        RebuildRequest: {
            /** @description The rows of this account alone. */
            accountId?: string;
            /** @description This read model alone. */
            projection?: string;
        };
        RebuildView: {
            accountId?: string;
            /** Format: int64 */
            events?: bigint;
            /** Format: int64 */
            eventsPerSecond?: bigint;
            /** Format: int64 */
            expectedEvents?: bigint;
            failure?: string;
            /** Format: date-time */
            finishedAt?: string;
            progressPercent?: number;
            projection?: string;
            rebuildId?: string;
            /** Format: date-time */
            requestedAt?: string;
            requestedBy?: string;
            /** Format: int64 */
            secondsLeft?: bigint;
            /** @enum {string} */
            state?: "running" | "switched" | "stopped" | "failed";
        };
        RefundAnswer: {
            accountId: string;
            amount: components["schemas"]["Price"];
            balance: components["schemas"]["BalanceView"];
            /** Format: int64 */
            credits: bigint;
            failure?: components["schemas"]["PaymentFailure"];
            /** Format: date-time */
            occurredAt: string;
            purchaseId: string;
            reason: string;
            refundId: string;
            /** Format: int64 */
            revision: bigint;
            /** @enum {string} */
            status: "succeeded" | "failed";
        };
        RefundRequest: {
            /**
             * Format: int64
             * @description 1 to 1,000,000,000,000 credits; without it all that is unspent
             */
            credits?: bigint;
            /** @example Bought by mistake */
            reason: string;
        };
        Repaired: {
            accountId?: string;
        };
        ResumedPurchase: {
            /** @enum {string|null} */
            cancellation?: "requested" | "stale" | "declined" | null;
            /** Format: int64 */
            clawedBack: bigint;
            clientSecret?: string;
            failure?: components["schemas"]["PaymentFailure"] | null;
            /** @enum {string} */
            initiator: "customer" | "auto_top_up";
            lotId?: string | null;
            package: components["schemas"]["CreditPackage"];
            paymentIntentId?: string | null;
            paymentMethodId?: string | null;
            purchaseId: string;
            receiptUrl?: string | null;
            refunded: components["schemas"]["Price"];
            /** Format: int64 */
            revision: bigint;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            status: "processing" | "requires_action" | "requires_payment_method" | "succeeded" | "failed" | "canceled" | "partially_refunded" | "refunded" | "disputed";
            /** Format: date-time */
            updatedAt: string;
        };
        Retried: {
            upToDate?: boolean;
        };
        ReversalAnswer: {
            accountId: string;
            /** Format: int64 */
            amount: bigint;
            balance: components["schemas"]["BalanceView"];
            consumptionId: string;
            /** Format: date-time */
            occurredAt: string;
            reason: string;
            returns: components["schemas"]["Draw"][];
            reversalId: string;
            /** Format: int64 */
            revision: bigint;
            website?: components["schemas"]["Website"];
        };
        ReversalRequest: {
            /**
             * Format: int64
             * @description 1 to 1,000,000,000,000 credits; without it all that is left
             */
            amount?: bigint;
            /** @example The generation failed */
            reason: string;
        };
        RevocationAnswer: {
            accountId: string;
            /** Format: int64 */
            amount: bigint;
            balance: components["schemas"]["BalanceView"];
            lotId: string;
            /** Format: date-time */
            occurredAt: string;
            reason: string;
            /** Format: int64 */
            revision: bigint;
            revocationId: string;
        };
        RevocationRequest: {
            /**
             * Format: int64
             * @description 1 to 1,000,000,000,000 credits; without it all that is left
             */
            amount?: bigint;
            /** @example Granted by mistake */
            reason: string;
        };
        SetupAnswer: {
            clientSecret: string;
            consent: string;
            setupIntentId: string;
        };
        Statement: {
            accountId: string;
            balanced: boolean;
            closing: components["schemas"]["StatementBalance"];
            displayName?: string | null;
            /** Format: date-time */
            from: string;
            /** Format: int64 */
            movementCount: bigint;
            /** Format: int64 */
            movementSum: bigint;
            movements: components["schemas"]["StatementLine"][];
            opening: components["schemas"]["StatementBalance"];
            /** Format: int64 */
            revisionFrom?: bigint;
            /** Format: int64 */
            revisionTo: bigint;
            statementId: string;
            /** Format: date-time */
            to: string;
            totals: components["schemas"]["StatementTotal"][];
        };
        StatementBalance: {
            /** Format: int64 */
            available: bigint;
            /** Format: int64 */
            current: bigint;
            /** Format: int64 */
            debt: bigint;
            /** Format: int64 */
            frozen: bigint;
            /** Format: int64 */
            held: bigint;
            /** Format: int64 */
            total: bigint;
            /** Format: int64 */
            used: bigint;
            usedPercent: number;
        };
        StatementLine: {
            /** Format: int64 */
            amount: bigint;
            /** Format: int64 */
            balanceAfter: bigint;
            corrects?: components["schemas"]["Corrected"];
            description: string;
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurredAt: string;
            reference?: string | null;
            /** Format: int64 */
            revision: bigint;
            transactionId: string;
            /** @enum {string} */
            type: "purchase" | "grant" | "consumption" | "reversal" | "expiry" | "refund" | "revocation" | "dispute" | "adjustment";
            website?: components["schemas"]["Website"];
        };
        StatementTotal: {
            /** Format: int64 */
            amount: bigint;
            /** Format: int64 */
            movements: bigint;
            /** @enum {string} */
            type: "purchase" | "grant" | "consumption" | "reversal" | "expiry" | "refund" | "revocation" | "dispute" | "adjustment";
        };
        StoredFact: {
            metadata: Record<string, never>;
            /** Format: date-time */
            occurredAt: string;
            payload: Record<string, never>;
            /** Format: int64 */
            revision: bigint;
            type: string;
        };
        Succeeded: components["schemas"]["BatchResult"] & {
            accountId?: string;
            /** Format: int64 */
            amount?: bigint;
            balance?: components["schemas"]["BalanceView"];
            consumptionId?: string;
            description?: string;
            draws?: components["schemas"]["Draw"][];
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurredAt?: string;
            replayed?: boolean;
            /** Format: int64 */
            revision?: bigint;
            /** Format: int32 */
            status?: number;
            website?: components["schemas"]["Website"];
        };
        TransactionLine: {
            /** Format: int64 */
            amount: bigint;
            /** Format: int64 */
            balanceAfter: bigint;
            description: string;
            /** @description The caller's own notes: up to 50 texts, numbers or booleans, 4 KiB in all. */
            metadata: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurredAt: string;
            reference?: string | null;
            /** Format: int64 */
            revision: bigint;
            transactionId: string;
            /** @enum {string} */
            type: "purchase" | "grant" | "consumption" | "reversal" | "expiry" | "refund" | "revocation" | "dispute" | "adjustment";
            website?: components["schemas"]["Website"];
        };
        UsageSeries: {
            accountId: string;
            /** Format: date-time */
            asOf: string;
            buckets: components["schemas"]["Bucket"][];
            /** Format: date-time */
            from: string;
            /** @enum {string} */
            granularity: "hour" | "day" | "month";
            /** Format: int64 */
            revision: bigint;
            /** Format: date-time */
            to: string;
        };
        VerificationPage: {
            items?: components["schemas"]["VerificationView"][];
            nextCursor?: string | null;
        };
        VerificationRequest: {
            /** @description This account alone. */
            accountId?: string;
            /** @description From this account on, in the order of ids. */
            fromAccountId?: string;
            /**
             * Format: int64
             * @description No faster than this; without it as fast as it goes, but gently while commands come in.
             */
            maxEventsPerSecond?: bigint;
            /** @description Up to this account. */
            toAccountId?: string;
        };
        VerificationView: {
            /** Format: int64 */
            accounts?: bigint;
            /** Format: int64 */
            differenceCount?: bigint;
            differences?: components["schemas"]["Difference"][];
            /** Format: int64 */
            events?: bigint;
            /** Format: int64 */
            eventsPerSecond?: bigint;
            failure?: string;
            /** Format: date-time */
            finishedAt?: string;
            fromAccountId?: string;
            /** Format: int32 */
            maxEventsPerSecond?: number;
            progressPercent?: number;
            /** Format: date-time */
            requestedAt?: string;
            requestedBy?: string;
            /** Format: int64 */
            secondsLeft?: bigint;
            /** @enum {string} */
            state?: "running" | "stopped" | "completed" | "failed";
            toAccountId?: string;
            verificationId?: string;
            verifiedTo?: string;
        };
        Website: {
            id: string;
            name?: string;
            url?: string;
        };
        WebsiteLine: {
            /** Format: int64 */
            consumptions: bigint;
            /** Format: date-time */
            lastUsedAt: string;
            name?: string | null;
            sharePercent: number;
            url?: string | null;
            /** Format: int64 */
            used: bigint;
            websiteId: string;
        };
        WebsiteOfRequest: {
            /** @example site-1 */
            id: string;
            /** @example acme.example */
            name?: string;
            /**
             * @description http or https
             * @example https://acme.example
             */
            url?: string;
        };
        WebsiteUse: {
            /** Format: int64 */
            consumed: bigint;
            /** Format: int64 */
            consumptions: bigint;
            name?: string | null;
            /** Format: int64 */
            reversed: bigint;
            /** Format: int64 */
            used: bigint;
            websiteId?: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    findAccounts: {
        parameters: {
            query?: {
                /** @description What the account ids begin with. */
                prefix?: string;
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageAccountView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAccount: {
        parameters: {
            query?: {
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AccountRequest"];
            };
        };
        responses: {
            /** @description The account, which was open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description The account, opened now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAutoTopUp: {
        parameters: {
            query?: {
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoTopUpView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configureAutoTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoTopUpRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoTopUpView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; There is no such package */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableAutoTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are off */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findBalance: {
        parameters: {
            query?: {
                /** @description As it was at this moment. */
                at?: string;
                /** @description As of this revision. */
                revision?: bigint;
                /** @description By what a past moment is reckoned: what had been booked by then, or what is known of it now. */
                basis?: "booked" | "effective";
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has not come to that revision */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareMoments: {
        parameters: {
            query?: {
                /** @description As it was at this moment. */
                at?: string;
                /** @description As of this revision. */
                revision?: bigint;
                /** @description The moment to compare with. */
                otherAt?: string;
                /** @description The revision to compare with. */
                otherRevision?: bigint;
                /** @description By what a past moment is reckoned: what had been booked by then, or what is known of it now. */
                basis?: "booked" | "effective";
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has not come to that revision */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consumeCredits: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsumptionRequest"];
            };
        };
        responses: {
            /** @description What was spent from which lots, and the balance after it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumptionAnswer"];
                };
            };
            /** @description The request is not valid; The request needs an idempotency key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not enough credits are available */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseConsumption: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
                consumptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReversalRequest"];
            };
        };
        responses: {
            /** @description What was given back to which lots, and the balance after it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReversalAnswer"];
                };
            };
            /** @description The request is not valid; The request needs an idempotency key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such consumption */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing of the consumption is left to give back */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request; Less of the consumption is left to give back */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findDashboardSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardSessionList"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DashboardSessionRequest"];
            };
        };
        responses: {
            /** @description A link to send the customer to, and the token in it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardSessionWithToken"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is no longer valid */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findEvents: {
        parameters: {
            query?: {
                /** @description The first revision wanted. */
                fromRevision?: bigint;
                /** @description How many items a page may have. */
                limit?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One fact a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsPage"];
                    "application/x-ndjson": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantCredits: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequest"];
            };
        };
        responses: {
            /** @description The lot, and the balance after it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantAnswer"];
                };
            };
            /** @description The request is not valid; The request needs an idempotency key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The account has too many open lots */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request; The account can't hold that many credits */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findLots: {
        parameters: {
            query?: {
                /** @description Whether the closed lots are wanted too. */
                all?: boolean;
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /** @description As it was at this moment. */
                at?: string;
                /** @description As of this revision. */
                revision?: bigint;
                /** @description By what a past moment is reckoned: what had been booked by then, or what is known of it now. */
                basis?: "booked" | "effective";
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageLotView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has not come to that revision */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCredits: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
                lotId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevocationRequest"];
            };
        };
        responses: {
            /** @description What was taken back, and the balance after it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevocationAnswer"];
                };
            };
            /** @description The request is not valid; The request needs an idempotency key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such lot */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing of the lot is unspent */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request; Less of the lot is unspent */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPaymentMethods: {
        parameters: {
            query?: {
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cards */
            200: {
                headers: {
                    /** @description When that revision came about. */
                    "Ledger-As-Of"?: string;
                    /** @description The account's revision that the list shows. */
                    "Ledger-Revision"?: bigint;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethodView"][];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUpPaymentMethod: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        responses: {
            /** @description What the browser needs to confirm */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupAnswer"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The payment provider refuses what it was asked */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The payment provider does not answer */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePaymentMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                paymentMethodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such payment method */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDefaultPaymentMethod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                paymentMethodId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentMethodView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such payment method */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPurchases: {
        parameters: {
            query?: {
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PagePurchaseView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    purchaseCredits: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseRequest"];
            };
        };
        responses: {
            /** @description How the payment went at first, and the balance after it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseAnswer"];
                };
            };
            /** @description The request is not valid; The request needs an idempotency key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; There is no such package; The account has no such payment method */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The account has too many purchases under way; The account has too many open lots */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request; The account can't hold that many credits */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The payment provider refuses what it was asked */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The payment provider does not answer */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPurchase: {
        parameters: {
            query?: {
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
                purchaseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such purchase */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                purchaseId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        responses: {
            /** @description The purchase after the attempt: canceled, or paid if that came first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such purchase */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The purchase has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The payment provider refuses what it was asked */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The payment provider does not answer; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundPurchase: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                accountId: string;
                purchaseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description What came of it, and the balance after that */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            /** @description The request is not valid; The request needs an idempotency key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such purchase */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The purchase is not paid; The payment is disputed; Nothing of the purchase is left to refund */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The idempotency key belongs to another request; Less of the purchase is unspent; The credits are worth less than the smallest coin */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The payment provider refuses what it was asked */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The payment provider does not answer */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumePurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
                purchaseId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyRequest"];
            };
        };
        responses: {
            /** @description The purchase, and what a browser needs to confirm its payment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedPurchase"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account; The account has no such purchase */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The purchase has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The payment provider refuses what it was asked */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The payment provider does not answer; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findStatement: {
        parameters: {
            query?: {
                /** @description Only from this moment on. */
                from?: string;
                /** @description Only before this moment. */
                to?: string;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement, to be opened in a spreadsheet, or to be printed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                    "application/pdf": string;
                    "text/csv": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The period has too many movements for this media type */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamAccount: {
        parameters: {
            query?: {
                /** @description Resumes after this revision, as the header Last-Event-ID does. */
                lastEventId?: bigint;
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-Sent Events whose ids are revisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findTransactions: {
        parameters: {
            query?: {
                /** @description Only movements of this type. */
                type?: "purchase" | "grant" | "consumption" | "reversal" | "expiry" | "refund" | "revocation" | "dispute" | "adjustment";
                /** @description Only what this website caused. */
                websiteId?: string;
                /** @description Only from this moment on. */
                from?: string;
                /** @description Only before this moment. */
                to?: string;
                /** @description Only with this text in the description, letter case aside. */
                q?: string;
                /** @description As it was at this moment. */
                at?: string;
                /** @description As of this revision. */
                revision?: bigint;
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All rows that match, safe to open in a spreadsheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageTransactionLine"];
                    "text/csv": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findUsage: {
        parameters: {
            query?: {
                /** @description Only from this moment on. */
                from?: string;
                /** @description Only before this moment. */
                to?: string;
                /** @description How long a bucket is, in UTC. */
                granularity?: "hour" | "day" | "month";
                /** @description Breaks each bucket down. */
                groupBy?: "website";
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSeries"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findWebsites: {
        parameters: {
            query?: {
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
                /** @description Waits up to two seconds for the read model to reach this revision. */
                minRevision?: bigint;
            };
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageWebsiteLine"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment; The read model is not there yet */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findApiKeys: {
        parameters: {
            query?: {
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description The key with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is no longer valid */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApiKeyRotationRequest"];
            };
        };
        responses: {
            /** @description The key with its new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endApiKeyRotation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAccesses: {
        parameters: {
            query?: {
                /** @description Only of this caller, named as in the metadata of facts. */
                actor?: string;
                /** @description Only about this account. */
                accountId?: string;
                /** @description Only from this moment on. */
                from?: string;
                /** @description Only before this moment. */
                to?: string;
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findCompleteness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletenessView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findDeadLetters: {
        parameters: {
            query?: {
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projection: string;
                setAsideAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retried"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportHistory: {
        parameters: {
            query?: {
                /** @description Only about this account. */
                accountId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An archive, one thing a line; without a manifest on its last line it has been cut */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description It is the history of this ledger now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedHistory"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The ledger has a history already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The archive is not as it was exported */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findProjections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadModels"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findRebuilds: {
        parameters: {
            query?: {
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildPage"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RebuildRequest"];
            };
        };
        responses: {
            /** @description The rebuild, under way */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another rebuild is under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rebuildId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repairAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repairedAccountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repaired"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findVerifications: {
        parameters: {
            query?: {
                /** @description How many items a page may have. */
                limit?: bigint;
                /** @description The nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationPage"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            /** @description The verification, under way */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrowserConfig"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consumeBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            /** @description How each item ended, in the order of the items */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body took too long to arrive */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body has to be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDashboardSession"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keepDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDashboardSession"];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endDashboardSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is no longer valid */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request has no valid key */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description So many are left of it (r), and in so many seconds (t) all are there again. */
                    RateLimit?: string;
                    /** @description The limit that is nearest to its end: so many (q) in so many seconds (w). */
                    "RateLimit-Policy"?: string;
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPackages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditPackage"][];
                };
            };
            /** @description The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the accepted media types is available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service can't answer at the moment */
            503: {
                headers: {
                    /** @description After how many seconds to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
