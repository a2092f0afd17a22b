do $$
declare
  name text := (select t.tgname from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint
                 where c.conname = 'leads_assigned_to_fkey' and t.tgrelid = 'public.leads'::regclass
                 order by 1 limit 1);
begin
  execute format('alter table public.leads enable replica trigger %I', name);
end
$$;
