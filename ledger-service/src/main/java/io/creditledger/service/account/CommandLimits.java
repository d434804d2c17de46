package io.creditledger.service.account;

import io.creditledger.api.KeyedCommand;
import io.creditledger.api.account.AccountRejection.InvalidCommand;
import io.creditledger.api.account.LotSource;
import io.creditledger.api.account.Metadata;
import io.creditledger.api.account.Website;
import io.creditledger.api.account.commands.ConsumeCredits;
import io.creditledger.api.account.commands.CreditMovement;
import io.creditledger.api.account.commands.GrantCredits;
import io.creditledger.api.account.commands.OpenAccount;
import io.creditledger.api.account.commands.ReverseConsumption;
import io.creditledger.api.account.commands.RevokeCredits;
import io.creditledger.api.money.Credits;
import io.creditledger.api.purchase.commands.MoneyMovement;
import io.creditledger.api.purchase.commands.PurchaseCredits;
import io.creditledger.api.purchase.commands.RefundPurchase;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command may contain at all, whatever the account holds. Names the first field that is out of its range. */
final class CommandLimits {

    private CommandLimits() {}

    static Optional<InvalidCommand> violatedBy(OpenAccount command) {
        String name = command.displayName();
        Metadata metadata = command.metadata();
        return Check.begin()
                .that(
                        name == null || isText(name, OpenAccount.MAX_DISPLAY_NAME_LENGTH),
                        "displayName",
                        "1 to 200 characters")
                .that(metadata == null || isMetadata(metadata), "metadata", METADATA_RULE)
                .result();
    }

    static Optional<InvalidCommand> violatedBy(KeyedCommand command, Instant now) {
        return switch (command) {
            case CreditMovement movement -> violatedBy(movement, now);
            case MoneyMovement movement -> violatedBy(movement);
            default -> throw new IllegalArgumentException("a command of no known feature: " + command);
        };
    }

    private static Optional<InvalidCommand> violatedBy(MoneyMovement command) {
        return switch (command) {
            // What it may name is for the catalogue and the account's cards to say.
            case PurchaseCredits _ -> Optional.empty();
            case RefundPurchase refund -> partial(refund.credits(), refund.reason(), "credits");
        };
    }

    private static Optional<InvalidCommand> violatedBy(CreditMovement command, Instant now) {
        return switch (command) {
            case GrantCredits grant -> grant(grant, now);
            case ConsumeCredits consume -> consume(consume);
            case ReverseConsumption reverse -> partial(reverse.amount(), reverse.reason(), "amount");
            case RevokeCredits revoke -> partial(revoke.amount(), revoke.reason(), "amount");
        };
    }

    private static Optional<InvalidCommand> grant(GrantCredits command, Instant now) {
        Integer priority = command.priority();
        Instant expiresAt = command.expiresAt();
        Instant effectiveAt = command.effectiveAt();
        return Check.begin()
                .that(isAmount(command.amount()), "amount", AMOUNT_RULE)
                .that(command.source() != LotSource.PURCHASE, "source", "promotional, plan or adjustment")
                .that(isText(command.description()), "description", TEXT_RULE)
                .that(
                        priority == null || (priority >= 0 && priority <= GrantCredits.MAX_PRIORITY),
                        "priority",
                        "0 to 100")
                .that(effectiveAt == null || isStorable(effectiveAt), "effectiveAt", TIME_RULE)
                .that(expiresAt == null || isStorable(expiresAt), "expiresAt", TIME_RULE)
                .that(expiresAt == null || expiresAt.isAfter(now), "expiresAt", "in the future")
                .that(
                        expiresAt == null || effectiveAt == null || expiresAt.isAfter(effectiveAt),
                        "expiresAt",
                        "after effectiveAt")
                .result();
    }

    private static Optional<InvalidCommand> consume(ConsumeCredits command) {
        Website website = command.website();
        Check check = Check.begin()
                .that(isAmount(command.amount()), "amount", AMOUNT_RULE)
                .that(isText(command.description()), "description", TEXT_RULE)
                .that(isMetadata(command.metadata()), "metadata", METADATA_RULE);
        if (website != null) {
            String name = website.name();
            String url = website.url();
            check.that(isText(website.id(), Website.MAX_ID_LENGTH), "website.id", "1 to 128 characters")
                    .that(name == null || isText(name, Website.MAX_NAME_LENGTH), "website.name", "1 to 200 characters")
                    .that(url == null || isWebAddress(url), "website.url", "an http or https address");
        }
        return check.result();
    }

    private static Optional<InvalidCommand> partial(@Nullable Credits amount, String reason, String field) {
        return Check.begin()
                .that(amount == null || isAmount(amount), field, AMOUNT_RULE)
                .that(isText(reason), "reason", TEXT_RULE)
                .result();
    }

    private static final String AMOUNT_RULE = "a whole number from 1 to 1,000,000,000,000";
    private static final String TEXT_RULE = "1 to 500 characters";
    private static final String TIME_RULE = "between the years 1970 and 9999";
    private static final String METADATA_RULE =
            "up to 50 texts, numbers or booleans, names up to 64 and texts up to 500 characters";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static boolean isAmount(Credits amount) {
        return amount.amount() >= CreditMovement.MIN_AMOUNT && amount.amount() <= CreditMovement.MAX_AMOUNT;
    }

    /** What PostgreSQL, JSON and every reader of both can hold. */
    private static boolean isStorable(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }

    private static boolean isText(String text) {
        return isText(text, CreditMovement.MAX_DESCRIPTION_LENGTH);
    }

    private static boolean isText(String text, int maxLength) {
        return !text.isBlank() && text.length() <= maxLength && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isMetadata(Metadata metadata) {
        return metadata.entries().size() <= Metadata.MAX_ENTRIES
                && metadata.entries().entrySet().stream().allMatch(CommandLimits::isEntry);
    }

    private static boolean isEntry(Map.Entry<String, Object> entry) {
        return isText(entry.getKey(), Metadata.MAX_NAME_LENGTH)
                && switch (entry.getValue()) {
                    case String text -> text.length() <= Metadata.MAX_TEXT_LENGTH && text.indexOf(0) < 0;
                    case Integer _, Long _, BigDecimal _, Boolean _ -> true;
                    default -> false;
                };
    }

    private static boolean isWebAddress(String text) {
        if (text.length() > Website.MAX_URL_LENGTH) {
            return false;
        }
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Goes through rules in order and keeps the first that is broken. */
    private static final class Check {

        private @Nullable InvalidCommand first;

        static Check begin() {
            return new Check();
        }

        Check that(boolean holds, String field, String rule) {
            if (!holds && first == null) {
                first = new InvalidCommand(field, "must be " + rule);
            }
            return this;
        }

        Optional<InvalidCommand> result() {
            return Optional.ofNullable(first);
        }
    }
}
