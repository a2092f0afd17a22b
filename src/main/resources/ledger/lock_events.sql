-- Held until the transaction ends by whoever changes drift, states or events.
select pg_advisory_xact_lock(hashtextextended('plumbline.events', 0))
