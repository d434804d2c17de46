package io.creditledger.projections.payments;

import io.creditledger.api.account.AccountId;
import io.creditledger.api.purchase.PaymentMethodId;
import io.creditledger.projections.platform.Columns;
import io.creditledger.projections.platform.ProjectionsDatabase;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code projections.payments_card}. */
@Component
class CardsTable {

    private static final String WRITE = """
            insert into payments_card as card
                (account_id, payment_method_id, brand, last4, exp_month, exp_year, fingerprint, country, is_default, removed,
                 saved_revision, revision)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                                 ?::boolean[], ?::boolean[], ?::bigint[], ?::bigint[])
            on conflict (account_id, payment_method_id) do update
            set brand = excluded.brand,
                last4 = excluded.last4,
                exp_month = excluded.exp_month,
                exp_year = excluded.exp_year,
                fingerprint = excluded.fingerprint,
                country = excluded.country,
                is_default = excluded.is_default,
                removed = excluded.removed,
                saved_revision = excluded.saved_revision,
                revision = excluded.revision
            """;

    private static final String SELECT = """
            select account_id, payment_method_id, brand, last4, exp_month, exp_year, fingerprint, country, is_default, removed,
                   saved_revision, revision
            from payments_card
            where account_id = ?
            """;

    private static final String SELECT_ONE = SELECT + "and payment_method_id = ?";

    private static final String SELECT_DEFAULT = SELECT + "and not removed and is_default";

    private static final String SELECT_PRESENT = SELECT + "and not removed order by is_default desc, saved_revision";

    private static final String SELECT_CHANGED_AFTER = SELECT + "and revision > ? order by revision, payment_method_id";

    private final JdbcTemplate jdbc;

    CardsTable(ProjectionsDatabase database) {
        this.jdbc = database.jdbc();
    }

    void write(List<SavedCard> cards) {
        if (cards.isEmpty()) {
            return;
        }
        Columns.write(
                jdbc,
                WRITE,
                Columns.texts(cards, SavedCard::accountId),
                Columns.texts(cards, SavedCard::paymentMethodId),
                Columns.texts(cards, card -> card.card().brand()),
                Columns.texts(cards, card -> card.card().last4()),
                Columns.longs(cards, card -> card.card().expMonth()),
                Columns.longs(cards, card -> card.card().expYear()),
                Columns.texts(cards, card -> card.card().fingerprint()),
                Columns.texts(cards, card -> card.card().country()),
                Columns.booleans(cards, SavedCard::isDefault),
                Columns.booleans(cards, SavedCard::removed),
                Columns.longs(cards, SavedCard::savedRevision),
                Columns.longs(cards, SavedCard::revision));
    }

    Optional<SavedCard> find(AccountId account, PaymentMethodId card) {
        return jdbc.query(SELECT_ONE, (row, _) -> SavedCard.stored(row), account.value(), card.value()).stream()
                .findFirst();
    }

    Optional<SavedCard> defaultOf(AccountId account) {
        return jdbc.query(SELECT_DEFAULT, (row, _) -> SavedCard.stored(row), account.value()).stream()
                .findFirst();
    }

    /** Those that can be paid with: the default, then the others as they were saved. */
    List<SavedCard> present(AccountId account) {
        return jdbc.query(SELECT_PRESENT, (row, _) -> SavedCard.stored(row), account.value());
    }

    /** Those that changed after a revision, the removed ones too, in the order of their last changes. */
    List<SavedCard> changedAfter(AccountId account, long revision) {
        return jdbc.query(SELECT_CHANGED_AFTER, (row, _) -> SavedCard.stored(row), account.value(), revision);
    }

    void clear() {
        jdbc.execute("truncate table payments_card");
    }
}
