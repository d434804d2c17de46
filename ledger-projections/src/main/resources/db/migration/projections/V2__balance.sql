-- What each account is and has. The row is rewritten with every batch that touches the account: half of each page stays free
-- and no index covers what changes, so that the new version stays on its page and costs no index entry.
create table projections.balance_account (
    revision     bigint      not null,
    occurred_at  timestamptz not null,
    total        bigint      not null,
    used         bigint      not null,
    held         bigint      not null,
    frozen       bigint      not null,
    opened_at    timestamptz not null,
    account_id   text collate "C" not null primary key,
    display_name text,
    metadata     text
) with (fillfactor = 50);
