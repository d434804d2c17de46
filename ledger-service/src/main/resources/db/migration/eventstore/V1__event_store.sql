-- The facts, the snapshots, and the refusals of the credit ledger. Facts and refusals are added, never changed.

create table ledger.domain_event_entry (
    -- 1, 2, 3, ... without a gap, in the order of commits: the writer holds an advisory lock while it counts on.
    global_index         bigint not null constraint domain_event_entry_pkey primary key,
    aggregate_identifier text   not null,
    sequence_number      bigint not null,
    -- Microseconds since 1970: as exact as the events' own times, and read without parsing.
    time_stamp           bigint not null,
    type                 text,
    -- Without an index: nothing looks a fact up by it, and two facts can't share (aggregate_identifier, sequence_number).
    event_identifier     text   not null,
    payload_type         text   not null,
    payload_revision     text,
    -- Text, not jsonb: what was written is kept byte for byte, for an auditor to hash.
    payload              text   not null,
    meta_data            text   not null,
    -- Set on the one fact that answers a request with an idempotency key.
    request_id           text,
    -- Set on reversals: the consumption that was given back.
    reversed_consumption text,
    constraint domain_event_entry_sequence unique (aggregate_identifier, sequence_number)
);

-- One request takes effect once, for ever.
create unique index domain_event_entry_request
    on ledger.domain_event_entry (aggregate_identifier, request_id) where request_id is not null;

create index domain_event_entry_reversals
    on ledger.domain_event_entry (aggregate_identifier, reversed_consumption) where reversed_consumption is not null;

-- Finds where a moment lies in the history: a few bytes for each thousand facts.
create index domain_event_entry_time on ledger.domain_event_entry using brin (time_stamp);

-- Only the latest snapshot of an aggregate is of use.
create table ledger.snapshot_event_entry (
    aggregate_identifier text   not null primary key,
    sequence_number      bigint not null,
    time_stamp           bigint not null,
    type                 text,
    event_identifier     text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              text   not null,
    meta_data            text   not null
);

-- A refusal that was decided is the answer to its request, as a fact would be.
create table ledger.refused_request (
    account_id  text        not null,
    request_id  text        not null,
    fingerprint text        not null,
    rejection   text        not null,
    decided_at  timestamptz not null default now(),
    constraint refused_request_pkey primary key (account_id, request_id)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
        using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on ledger.domain_event_entry
    for each statement execute function ledger.refuse_change();

create trigger append_only before update or delete or truncate on ledger.refused_request
    for each statement execute function ledger.refuse_change();
