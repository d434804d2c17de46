-- Up to where the facts of each account were applied.
create table projections.lots_progress (
    revision    bigint      not null,
    occurred_at timestamptz not null,
    account_id  text collate "C" not null primary key
) with (fillfactor = 50);

-- States: 0 pending, 1 active, 2 depleted, 3 expired, 4 revoked. Sources: 0 purchase, 1 promotional, 2 plan, 3 adjustment.
--
-- No index covers what is left of a lot, so that spending from it costs no index entry; its state changes seldom.
create table projections.lots_lot (
    granted          bigint      not null,
    remaining        bigint      not null,
    effective_at     timestamptz not null,
    expires_at       timestamptz,
    granted_at       timestamptz not null,
    granted_revision bigint      not null,
    closed_revision  bigint,
    priority         smallint    not null,
    source           smallint    not null,
    state            smallint    not null,
    paid             boolean     not null,
    account_id       text collate "C" not null,
    lot_id           text collate "C" not null,
    description      text        not null,
    primary key (account_id, lot_id),
    constraint lots_lot_remaining check (remaining between 0 and granted)
) with (fillfactor = 50);

-- What is open is little, however many lots an account has had.
create index lots_lot_open on projections.lots_lot (account_id) where state < 2;

create index lots_lot_expiring on projections.lots_lot (expires_at, account_id)
    where state < 2 and expires_at is not null;

create index lots_lot_pending on projections.lots_lot (effective_at, account_id) where state = 0;
