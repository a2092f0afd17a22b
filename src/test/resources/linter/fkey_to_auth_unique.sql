-- ERROR: foreign keys to what is unique in auth but not the primary key: the platform may change it.
select k.conname
from pg_constraint as k
join pg_class as c on c.oid = k.confrelid
join pg_index as i on i.indexrelid = k.conindid
where k.contype = 'f' and k.connamespace = 'public'::regnamespace
  and c.relnamespace = 'auth'::regnamespace and not i.indisprimary
