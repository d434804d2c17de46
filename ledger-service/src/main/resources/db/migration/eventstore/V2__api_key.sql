-- The key made at the very first start, when the operator chose none. Only its SHA-256 is kept: whoever reads this table
-- can't use the ledger with it.
create table ledger.api_key (
    name       text        not null primary key,
    hash       text        not null,
    created_at timestamptz not null default now()
);
