-- One row: whether nobody else verifies because it is time. Held until the transaction ends.
select pg_try_advisory_xact_lock(hashtextextended('plumbline.tick', 0)) as held,
       to_regclass('plumbline.delivery') is not null as kept
