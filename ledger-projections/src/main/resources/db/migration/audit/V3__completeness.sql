-- The check that runs all the time: one row, and the accounts that the last round found something missing of.
create table audit.completeness (
    only_row         boolean     primary key default true check (only_row),
    under_way        boolean     not null default false,
    -- When the round under way was last heard of, or the last one ended.
    round_seen_at    timestamptz not null default 'epoch',
    verified_through bigint,
    verified_at      timestamptz,
    checked_at       timestamptz,
    accounts         bigint      not null default 0,
    incomplete       bigint      not null default 0
);

insert into audit.completeness default values;

create table audit.incomplete (
    account_id      text   not null,
    projection      text   not null,
    stored_revision bigint not null,
    stored_facts    bigint not null,
    shown_revision  bigint
);
