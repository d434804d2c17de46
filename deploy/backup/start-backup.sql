-- In the session that stop-backup.sql will be run in, too. 'fast' has the checkpoint made at once.
select pg_backup_start(label => 'credit-ledger', fast => true);
