-- Read models made anew from the history, and how that ended.
create table audit.rebuild (
    number         bigint generated always as identity primary key,
    requested_at   timestamptz not null,
    -- When a process took it up: if that is gone, so is what it had made.
    begun_at       timestamptz,
    finished_at    timestamptz,
    facts          bigint      not null default 0,
    expected_facts bigint      not null,
    busy_millis    bigint      not null default 0,
    state          text        not null default 'RUNNING'
        check (state in ('RUNNING', 'SWITCHED', 'STOPPED', 'FAILED')),
    rebuild_id     text        not null unique,
    projection     text,
    account_id     text,
    requested_by   text        not null,
    failure        text
);

create index rebuild_running on audit.rebuild (number) where state = 'RUNNING';

-- Of those that are not of one account alone there is one at a time.
create unique index rebuild_whole on audit.rebuild ((true)) where state = 'RUNNING' and account_id is null;
