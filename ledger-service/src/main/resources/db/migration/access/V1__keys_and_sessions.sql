-- Who may use the ledger. Of secrets only the SHA-256 is kept: whoever reads these tables can't use the ledger with them.

create table access.api_key (
    key_id           text        not null primary key,
    name             text        not null,
    scopes           text[]      not null,
    -- What the ids of the accounts begin with that there are for this key. Empty for all.
    account_prefixes text[]      not null,
    created_at       timestamptz not null,
    created_by       text        not null,
    expires_at       timestamptz,
    revoked_at       timestamptz,
    revoked_by       text,
    last_used_at     timestamptz
);

-- Two of a key while it is being rotated: the one without an end, and the one before it.
create table access.api_key_secret (
    hash       bytea       not null primary key,
    key_id     text        not null references access.api_key,
    created_at timestamptz not null,
    expires_at timestamptz
);
create unique index api_key_has_one_present_secret on access.api_key_secret (key_id) where expires_at is null;
create unique index api_key_has_one_previous_secret on access.api_key_secret (key_id) where expires_at is not null;

-- Moves with every change to the keys, so that every process notices it by looking at one row.
create table access.api_key_version (
    version bigint not null
);
insert into access.api_key_version values (0);

create table access.dashboard_session (
    session_id text        not null primary key,
    hash       bytea       not null unique,
    account_id text        not null,
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index dashboard_session_by_account on access.dashboard_session (account_id, created_at);
create index dashboard_session_by_expiry on access.dashboard_session (expires_at);

-- The key of the first start, which was kept with the events, becomes a key like any other.
do $$
begin
    if to_regclass('ledger.api_key') is not null then
        insert into access.api_key (key_id, name, scopes, account_prefixes, created_at, created_by)
        select 'key_first', 'first admin key', '{ledger:admin}', '{}', created_at, 'ledger'
        from ledger.api_key where name = 'admin';
        insert into access.api_key_secret (hash, key_id, created_at)
        select decode(hash, 'hex'), 'key_first', created_at from ledger.api_key where name = 'admin';
        drop table ledger.api_key;
    end if;
end
$$;
