-- What a lot was bought with. Empty for lots that nobody bought.
alter table projections.lots_lot
    add column purchase_id   text collate "C",
    add column paid_amount   bigint,
    add column paid_currency text;

-- Open disputes: while a purchase has one, its lot can't be spent. A table of its own, because a dispute may come in another
-- batch than the lot, and so that lots that are spent from carry none of it.
create table projections.lots_dispute (
    account_id        text collate "C" not null,
    purchase_id       text collate "C" not null,
    dispute_reference text collate "C" not null,
    primary key (account_id, purchase_id, dispute_reference)
);

-- Refunds under way: what they hold of the purchase's lot. Facts end them by their own id alone.
create table projections.lots_refund (
    credits     bigint not null,
    account_id  text collate "C" not null,
    refund_id   text collate "C" not null,
    purchase_id text collate "C" not null,
    primary key (account_id, refund_id)
);

create index lots_refund_purchase on projections.lots_refund (account_id, purchase_id);
