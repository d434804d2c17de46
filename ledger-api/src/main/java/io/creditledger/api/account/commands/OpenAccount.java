package io.creditledger.api.account.commands;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.account.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Opens the account, or, if it is open, changes the details that are given and differ.
 *
 * @param displayName what people call the account, 1 to 200 characters; null leaves it as it is
 * @param metadata the platform's notes; null leaves them as they are
 */
public record OpenAccount(
        AccountId accountId,
        @Nullable String displayName,
        @Nullable Metadata metadata) implements AccountCommand {

    public static final int MAX_DISPLAY_NAME_LENGTH = 200;
}
