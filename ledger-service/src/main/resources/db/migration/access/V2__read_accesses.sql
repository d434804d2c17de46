-- Who looked at the evidence. A row is there before anything is shown; its status follows when the answer is out.
create table access.read_access (
    access_id   bigint generated always as identity primary key,
    occurred_at timestamptz not null,
    actor       text        not null,
    operation   text        not null,
    account_id  text,
    -- Only those that an operation names: whatever else an address had in it stays out.
    parameters  jsonb       not null,
    -- Null while nobody knows whether the whole answer went out.
    status      smallint
);
create index read_access_by_account on access.read_access (account_id, access_id) where account_id is not null;
create index read_access_by_actor on access.read_access (actor, access_id);
create index read_access_by_time on access.read_access (occurred_at);
