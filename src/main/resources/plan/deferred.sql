-- One row: whether there is a rule that is checked at the end of a transaction.
select exists (select from pg_constraint c where c.condeferred) as deferred
