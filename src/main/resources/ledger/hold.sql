-- One row: whether this transaction has got the lock of which there is one a database, and so may run migrations, and that
-- of its own run ($1), which is the run's sign of life. Both end with the transaction, also behind a pooler, and also when
-- its client has died.
select pg_try_advisory_xact_lock(hashtextextended('plumbline.run', 0))
       and pg_try_advisory_xact_lock(hashtextextended($1::text, 0)) as held
