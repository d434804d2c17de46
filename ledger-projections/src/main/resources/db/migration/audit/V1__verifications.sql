-- Replays of the history into a shadow, and what they found.
create table audit.verification (
    number           bigint generated always as identity primary key,
    requested_at     timestamptz not null,
    finished_at      timestamptz,
    accounts         bigint      not null default 0,
    facts            bigint      not null default 0,
    -- How many facts there were in the range when it began; null until they are counted.
    facts_in_range   bigint,
    busy_millis      bigint      not null default 0,
    differences      bigint      not null default 0,
    max_facts_per_second integer,
    state            text        not null default 'RUNNING'
        check (state in ('RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
    verification_id  text        not null unique,
    first_account    text,
    last_account     text,
    -- The last account that was compared: where it goes on after a stop or a crash.
    verified_to      text,
    requested_by     text        not null,
    failure          text
);

create index verification_running on audit.verification (number) where state = 'RUNNING';

-- The first differences of each; those beyond are counted.
create table audit.difference (
    verification bigint  not null references audit.verification,
    number       integer not null,
    revision     bigint  not null,
    account_id   text    not null,
    projection   text    not null,
    subject      text    not null,
    expected     jsonb,
    actual       jsonb,
    primary key (verification, number)
);
