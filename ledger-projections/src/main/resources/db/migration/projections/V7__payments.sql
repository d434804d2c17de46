-- Up to where the facts of each account were applied.
create table projections.payments_progress (
    revision    bigint      not null,
    occurred_at timestamptz not null,
    account_id  text collate "C" not null primary key
) with (fillfactor = 50);

-- Statuses: 0 processing, 1 requires_action, 2 requires_payment_method, 3 succeeded, 4 failed, 5 canceled,
-- 6 partially_refunded, 7 refunded, 8 disputed. Initiators: 0 customer, 1 auto_top_up.
create table projections.payments_purchase (
    started_revision     bigint      not null,
    revision             bigint      not null,
    started_at           timestamptz not null,
    updated_at           timestamptz not null,
    credits              bigint      not null,
    price_amount         bigint      not null,
    refunded             bigint      not null,
    clawed_back          bigint      not null,
    package_version      integer     not null,
    status               smallint    not null,
    initiator            smallint    not null,
    cancellation         smallint,
    account_id           text collate "C" not null,
    purchase_id          text collate "C" not null,
    package_id           text        not null,
    price_currency       text        not null,
    payment_method_id    text,
    payment_reference    text,
    failure_code         text,
    failure_decline_code text,
    failure_message      text,
    receipt_url          text,
    lot_id               text,
    primary key (account_id, purchase_id)
);

create unique index payments_purchase_started on projections.payments_purchase (account_id, started_revision);

create unique index payments_purchase_changed on projections.payments_purchase (account_id, revision);

-- What automatic top-ups of a month cost.
create index payments_purchase_top_up on projections.payments_purchase (account_id, started_at) where initiator = 1;

-- Which automatic top-up is open: one at the most, however many an account has had.
create index payments_purchase_open_top_up on projections.payments_purchase (account_id) where initiator = 1 and status < 3;

-- Disputes that are open or lost: while a purchase has one, it counts as disputed.
create table projections.payments_dispute (
    account_id        text collate "C" not null,
    purchase_id       text collate "C" not null,
    dispute_reference text collate "C" not null,
    primary key (account_id, purchase_id, dispute_reference)
);

-- Saved cards, and the removed ones too, for those who follow what happens.
create table projections.payments_card (
    saved_revision    bigint  not null,
    revision          bigint  not null,
    exp_month         integer not null,
    exp_year          integer not null,
    is_default        boolean not null,
    removed           boolean not null,
    account_id        text collate "C" not null,
    payment_method_id text collate "C" not null,
    brand             text    not null,
    last4             text    not null,
    fingerprint       text,
    country           text,
    primary key (account_id, payment_method_id)
);

create index payments_card_changed on projections.payments_card (account_id, revision);

create index payments_card_present on projections.payments_card (account_id) where not removed;

-- Whom the payment provider knows an account as.
create table projections.payments_customer (
    customer_reference text collate "C" not null primary key,
    account_id         text collate "C" not null
);

-- How accounts buy by themselves; those that do not have no row. Reasons: 0 authentication_required, 1 payment_declined,
-- 2 payment_method_missing, 3 monthly_limit_reached, 4 payment_disputed.
create table projections.payments_auto_top_up (
    threshold            bigint not null,
    limit_amount         bigint not null,
    next_attempt_at      timestamptz,
    paused_reason        smallint,
    account_id           text collate "C" not null primary key,
    package_id           text   not null,
    limit_currency       text   not null,
    failure_code         text,
    failure_decline_code text,
    failure_message      text
);

-- What there is still to do. Kinds: 0 purchase, 1 refund, 2 card removal, 3 automatic top-up.
create table projections.payments_unfinished (
    due_at      timestamptz not null,
    kind        smallint    not null,
    account_id  text collate "C" not null,
    reference   text collate "C" not null,
    purchase_id text,
    primary key (account_id, kind, reference)
);

create index payments_unfinished_due on projections.payments_unfinished (due_at, account_id, kind, reference);
