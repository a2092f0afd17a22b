do $$
declare
  name text;
begin
  for name in
    select t.tgname from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint
     where c.conname = 'leads_assigned_to_fkey' and t.tgrelid = 'public.leads'::regclass
  loop
    execute format('alter table public.leads enable trigger %I', name);
  end loop;
end
$$;
