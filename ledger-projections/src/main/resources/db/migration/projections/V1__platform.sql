-- Where each processing group is in the history, by segment, and which process works on it.
create table projections.token (
    processing_group text    not null,
    segment          integer not null,
    token            bytea,
    token_type       text,
    claimed_at       text,
    owner            text,
    primary key (processing_group, segment)
) with (fillfactor = 50);

-- Facts of accounts that are set aside, in order. The shape is Axon's.
create table projections.dead_letter (
    dead_letter_id      text   not null primary key,
    processing_group    text   not null,
    sequence_identifier text   not null,
    sequence_index      bigint not null,
    message_type        text   not null,
    event_identifier    text   not null,
    occurred_at         text   not null,
    payload_type        text   not null,
    payload_revision    text,
    payload             bytea  not null,
    metadata            bytea,
    aggregate_type      text,
    aggregate_identifier text,
    sequence_number     bigint,
    token_type          text,
    token               bytea,
    enqueued_at         text   not null,
    last_touched        text,
    processing_started  text,
    cause_type          text,
    cause_message       text,
    diagnostics         bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);
