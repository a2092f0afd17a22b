-- Helper functions: each with an empty search_path, and none that anybody may call, save the one that policies need.
-- A trigger needs no right to execute its function from the role that fires it.

create or replace function agentflow.is_admin() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.profiles as p where p.id = (select auth.uid()) and p.role = 'admin')
$$;
comment on function agentflow.is_admin() is 'Is the user of this request an admin? Definer, for policies of profiles call it';

create or replace function agentflow.set_updated_at() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.updated_at = now();
  return new;
end
$$;
comment on function agentflow.set_updated_at() is 'A changed row bears the time of its transaction';

create or replace function agentflow.count_memory_access() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.access_count = old.access_count + 1;
  new.last_accessed_at = now();
  return new;
end
$$;
comment on function agentflow.count_memory_access() is 'A change of a memory''s value counts as one access';

-- The role is never taken from what the user sent. A failure, such as an e-mail that another profile bears, is not caught:
-- it fails the sign-up with its own message, for a user without a profile could neither own a row nor be noticed.
create or replace function agentflow.create_profile() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.profiles (id, email, full_name, avatar_url)
  values (
    new.id,
    coalesce(nullif(new.email, ''), new.id || '@users.invalid'),
    new.raw_user_meta_data ->> 'full_name',
    new.raw_user_meta_data ->> 'avatar_url')
  on conflict (id) do nothing;
  return new;
end
$$;
comment on function agentflow.create_profile() is 'A new user of auth gets a profile';

-- From whoever has them, by earlier grants or default privileges, not from the known roles alone.
do $$
declare
  granted record;
begin
  for granted in
    select distinct p.oid::regprocedure as name,
      case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as grantee
    from pg_catalog.pg_proc as p
    cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
    where p.pronamespace = 'agentflow'::regnamespace and p.pronargs = 0 and a.grantee <> p.proowner
      and p.proname in ('is_admin', 'set_updated_at', 'count_memory_access', 'create_profile')
  loop
    execute format('revoke all on function %s from %s cascade', granted.name, granted.grantee);
  end loop;
end
$$;
grant execute on function agentflow.is_admin(), agentflow.set_updated_at(), agentflow.count_memory_access(), agentflow.create_profile()
  to current_user;
grant execute on function agentflow.is_admin() to authenticated;
