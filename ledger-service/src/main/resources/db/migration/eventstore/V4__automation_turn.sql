-- Which process does what only one may. Its columns are those that Spring Integration's lock repository asks for.
create table ledger.automation_lock (
    lock_key char(36) not null,
    region varchar(100) not null,
    client_id char(36),
    created_date timestamp not null,
    expired_after timestamp not null,
    primary key (lock_key, region)
);
