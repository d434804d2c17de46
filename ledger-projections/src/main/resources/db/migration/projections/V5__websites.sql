-- Up to where the facts of each account were applied.
create table projections.websites_progress (
    revision    bigint      not null,
    occurred_at timestamptz not null,
    account_id  text collate "C" not null primary key
) with (fillfactor = 50);

-- What each website used. Lists are ordered by use, which changes all the time, so there is no index by it.
create table projections.websites_site (
    consumed     bigint      not null,
    reversed     bigint      not null,
    consumptions bigint      not null,
    last_used_at timestamptz,
    account_id   text collate "C" not null,
    website_id   text collate "C" not null,
    name         text,
    url          text,
    primary key (account_id, website_id)
) with (fillfactor = 50);

-- What each hour used, by website; use that named none has the empty id. Days and months are sums of hours.
create table projections.websites_hour (
    hour         timestamptz not null,
    consumed     bigint      not null,
    reversed     bigint      not null,
    consumptions bigint      not null,
    account_id   text collate "C" not null,
    website_id   text collate "C" not null,
    primary key (account_id, hour, website_id)
) with (fillfactor = 70);
