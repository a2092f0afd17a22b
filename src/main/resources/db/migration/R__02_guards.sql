-- What a policy cannot say, for it does not see the old row or the rows of others. They raise 42501, as a policy does.

-- Stable, so that it sees who was an admin when the statement began, as the policies do.
create or replace function agentflow.refuse_unless_admin() returns trigger
language plpgsql stable security definer set search_path = ''
as $$
begin
  if agentflow.is_admin() then
    return new;
  end if;
  raise exception using
    errcode = 'insufficient_privilege',
    message = format('only an admin may change these columns of %I.%I', tg_table_schema, tg_table_name);
end
$$;
comment on function agentflow.refuse_unless_admin() is 'Guards columns whose grant must stay open: admins are authenticated too';

create or replace function agentflow.refuse_foreign_parent() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.messages as m
    where m.id = new.parent_message_id and m.conversation_id = new.conversation_id)
  then
    return new;
  end if;
  raise exception using
    errcode = 'insufficient_privilege',
    message = 'a reply belongs to the conversation of the message it answers';
end
$$;
comment on function agentflow.refuse_foreign_parent() is 'Nobody hangs a message into the thread of another conversation';

-- A row that claims a conversation (it has a user) is refused where a row of somebody else, or of nobody, is already; so is the
-- first row of a user where messages or memory are, left by an owner who has gone: naming the id would open them.
-- Writers of a conversation queue for a lock, then look with a new snapshot, so that of two claims one sees the other. The
-- locks are shared out over 2048 numbers, for a statement with many conversations must not exhaust the lock table.
create or replace function agentflow.refuse_foreign_claim() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE'
    and new.conversation_id = old.conversation_id
    and (new.user_id is null or new.user_id is not distinct from old.user_id)
  then
    return new; -- it stays, or loses its owner: nothing is claimed
  end if;

  perform pg_advisory_xact_lock(1886154082 /* 'plmb' */, hashtext(new.conversation_id) & 2047);
  if new.user_id is null then
    return new;
  end if;

  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception using
      errcode = 'invalid_transaction_state',
      message = 'a conversation can be claimed at isolation level read committed only',
      detail = 'An older snapshot does not show a claim committed meanwhile.';
  end if;

  if exists (
      select from public.conversations as c
      where c.conversation_id = new.conversation_id and c.user_id is distinct from new.user_id)
    or (
      not exists (
        select from public.conversations as c
        where c.conversation_id = new.conversation_id and c.user_id = new.user_id)
      and (exists (select from public.messages as m where m.conversation_id = new.conversation_id)
        or exists (select from public.shared_memory as s where s.conversation_id = new.conversation_id)))
  then
    raise exception using
      errcode = 'insufficient_privilege',
      message = 'this conversation_id is in use by somebody else, or by nobody',
      hint = 'Start a conversation with a new id, and write its row before its messages and memory.';
  end if;
  return new;
end
$$;
comment on function agentflow.refuse_foreign_claim() is 'A conversation_id belongs to one user, whoever names it';

-- A claim must see the messages and memory that are being written: who writes them shares its lock, so that it waits for them and
-- then sees what they wrote. The policies know what was so when the statement began; whom they bind is asked once more, for the
-- conversation may have been given up and claimed since. A snapshot of the whole transaction cannot show that.
create or replace function agentflow.share_claim_lock() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if row_security_active(tg_relid) and current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception using
      errcode = 'invalid_transaction_state',
      message = 'a conversation can be written into at isolation level read committed only',
      detail = 'An older snapshot does not show a claim committed meanwhile.';
  end if;

  perform pg_advisory_xact_lock_shared(1886154082 /* 'plmb' */, hashtext(new.conversation_id) & 2047);
  if row_security_active(tg_relid) and not exists (
    select from public.conversations as c where c.conversation_id = new.conversation_id and c.user_id = auth.uid())
  then
    raise exception using
      errcode = 'insufficient_privilege',
      message = 'this conversation is not yours',
      hint = 'Write a row of the conversation before its messages and memory.';
  end if;
  return new;
end
$$;
comment on function agentflow.share_claim_lock() is 'Who claims a conversation waits for what is being written into it';

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
      and p.proname in ('refuse_unless_admin', 'refuse_foreign_parent', 'refuse_foreign_claim', 'share_claim_lock')
  loop
    execute format('revoke all on function %s from %s cascade', granted.name, granted.grantee);
  end loop;
end
$$;
grant execute on function agentflow.refuse_unless_admin(), agentflow.refuse_foreign_parent(), agentflow.refuse_foreign_claim(),
  agentflow.share_claim_lock()
  to current_user;
