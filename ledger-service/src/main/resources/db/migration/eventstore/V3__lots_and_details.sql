-- Finds the lots of an account, and what it was called, among the many facts that say neither.
create index domain_event_entry_lots_and_details
    on ledger.domain_event_entry (aggregate_identifier, payload_type, sequence_number)
    where payload_type in ('CreditsGranted', 'AccountOpened', 'AccountDetailsChanged');
