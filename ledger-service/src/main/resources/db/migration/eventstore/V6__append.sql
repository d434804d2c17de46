-- Adds facts after all that are there, and refusals: all of them, but for facts that come too late, or nothing.
--
-- A function, so that a process asks once, with all that it has to say. The lock of all writers is then held while PostgreSQL works, and
-- never while a process thinks, waits for a processor or stands still. It is taken in a statement of its own, since the next ones must
-- see what the one who held it before has committed; it is let go by the commit.
create function ledger.append(
    -- One element for each fact, in the order in which they are numbered. Facts with the same append are stored together or not at all.
    appends               bigint[],
    aggregate_identifiers text[],
    sequence_numbers      bigint[],
    time_stamps           bigint[],
    types                 text[],
    event_identifiers     text[],
    payload_types         text[],
    payload_revisions     text[],
    payloads              text[],
    metadata              text[],
    request_ids           text[],
    reversed_consumptions text[],
    -- One element for each refusal.
    refused_accounts      text[],
    refused_requests      text[],
    fingerprints          text[],
    rejections            text[],
    -- The global index of the first fact; null when none was added.
    out first_index       bigint,
    -- The appends that have a fact whose place in its account is taken. None of their facts was added.
    out late              bigint[])
language plpgsql
-- Everything here is looked up by an index. A plan is kept, and made when there may be so few rows that it reads all of them each time.
set enable_seqscan = off
as $$
begin
    perform pg_advisory_xact_lock(4747281036);

    late := array(
        select distinct fact.append
          from unnest(appends, aggregate_identifiers, sequence_numbers) as fact (append, aggregate_identifier, sequence_number)
         where (select true from ledger.domain_event_entry as stored
                 where stored.aggregate_identifier = fact.aggregate_identifier
                   and stored.sequence_number = fact.sequence_number));

    if exists (
        select from unnest(appends, aggregate_identifiers, request_ids) as fact (append, account_id, request_id)
         where fact.request_id is not null and fact.append <> all (late)
           and (select true from ledger.refused_request as refused
                 where refused.account_id = fact.account_id and refused.request_id = fact.request_id))
    then
        raise exception 'a request that was refused can''t make a fact'
            using errcode = 'unique_violation', constraint = 'one_answer';
    end if;

    with added as (
        insert into ledger.domain_event_entry (
            global_index, aggregate_identifier, sequence_number, time_stamp, type, event_identifier,
            payload_type, payload_revision, payload, meta_data, request_id, reversed_consumption)
        select head.global_index + row_number() over (order by fact.position),
               fact.aggregate_identifier, fact.sequence_number, fact.time_stamp, fact.type, fact.event_identifier,
               fact.payload_type, fact.payload_revision, fact.payload, fact.meta_data, fact.request_id, fact.reversed_consumption
          from unnest(appends, aggregate_identifiers, sequence_numbers, time_stamps, types, event_identifiers,
                      payload_types, payload_revisions, payloads, metadata, request_ids, reversed_consumptions)
               with ordinality as fact (
                   append, aggregate_identifier, sequence_number, time_stamp, type, event_identifier,
                   payload_type, payload_revision, payload, meta_data, request_id, reversed_consumption, position)
         cross join (select coalesce(max(global_index), 0) as global_index from ledger.domain_event_entry) as head
         where fact.append <> all (late)
        returning global_index)
    select min(added.global_index) into first_index from added;

    if cardinality(refused_requests) > 0 then
        insert into ledger.refused_request (account_id, request_id, fingerprint, rejection)
        select * from unnest(refused_accounts, refused_requests, fingerprints, rejections);

        if exists (
            select from unnest(refused_accounts, refused_requests) as refused (account_id, request_id)
             where (select true from ledger.domain_event_entry as stored
                     where stored.aggregate_identifier = refused.account_id and stored.request_id = refused.request_id))
        then
            raise exception 'a request that made a fact can''t be refused'
                using errcode = 'unique_violation', constraint = 'one_answer';
        end if;
    end if;
end
$$;
