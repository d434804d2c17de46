-- News of Stripe, from its arrival until somebody has looked. Only where to look is kept: what Stripe sent carries secrets.

create table payments.stripe_event (
    event_id        text        not null constraint stripe_event_pkey primary key,
    type            text        not null,
    created_at      timestamptz not null,
    -- payment, cards, customer_deleted; and whose payment or which customer.
    kind            text,
    subject         text,
    account_id      text,
    -- received: to be looked into; processed: done; quarantined: contradicts what is known; dead: given up. The last two wait
    -- for a person.
    state           text        not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    -- Until then some node is looking into it.
    leased_until    timestamptz,
    last_problem    text,
    received_at     timestamptz not null,
    settled_at      timestamptz,
    constraint stripe_event_state check (state in ('received', 'processed', 'quarantined', 'dead')),
    constraint stripe_event_subject check (state <> 'received' or (kind is not null and subject is not null))
);

create index stripe_event_due on payments.stripe_event (next_attempt_at) where state = 'received';
create index stripe_event_unsettled on payments.stripe_event (state) where state <> 'processed';
create index stripe_event_settled on payments.stripe_event (settled_at) where state = 'processed';

-- Up to when Stripe's own list of events has been read.
create table payments.stripe_cursor (
    name         text        not null constraint stripe_cursor_pkey primary key,
    read_up_to   timestamptz not null,
    next_poll_at timestamptz not null
);
