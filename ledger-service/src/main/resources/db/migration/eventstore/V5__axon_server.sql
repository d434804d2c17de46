-- Where the history is on Axon Server, this database has a copy of it, and this one row: whose it is, and how far it has come.
-- Without the row the history is this database's own.
create table ledger.axon_server_copy (
    only_one boolean not null default true primary key check (only_one),
    context  text    not null,
    -- Axon Server's number of the last fact that was copied; its first one is 0.
    position bigint  not null default -1
);
