-- Up to where the facts of each account were applied.
create table projections.transactions_progress (
    revision    bigint      not null,
    occurred_at timestamptz not null,
    account_id  text collate "C" not null primary key
) with (fillfactor = 50);

-- The movements of accounts, written once. Columns are in the order that wastes no bytes on alignment.
create table projections.transactions_line (
    revision       bigint      not null,
    occurred_at    timestamptz not null,
    amount         bigint      not null,
    balance_after  bigint      not null,
    type           smallint    not null,
    account_id     text collate "C" not null,
    transaction_id text        not null,
    description    text        not null,
    website_id     text collate "C",
    website_name   text,
    website_url    text,
    reference      text,
    metadata       text,
    primary key (account_id, revision)
);

create index transactions_line_website on projections.transactions_line (account_id, website_id, revision)
    where website_id is not null;

-- All that is not a consumption (type 2): few among many.
create index transactions_line_type on projections.transactions_line (account_id, type, revision)
    where type <> 2;

-- Every 64th revision: enough to find where in an account's history a moment is, at a 64th of the cost.
create index transactions_line_milestone on projections.transactions_line (account_id, occurred_at, revision)
    where revision % 64 = 0;
