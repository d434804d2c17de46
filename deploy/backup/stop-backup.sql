-- The answer is the file backup_label of the copy. It comes when all that was logged meanwhile is archived.
select labelfile from pg_backup_stop(wait_for_archive => true);
