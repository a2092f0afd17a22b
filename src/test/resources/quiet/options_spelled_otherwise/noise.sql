alter view shop.writable set (security_invoker = false, security_barrier = off)

alter index shop.parcels_state_idx set (deduplicate_items = false)

alter materialized view shop.rooms set (autovacuum_enabled = false)
