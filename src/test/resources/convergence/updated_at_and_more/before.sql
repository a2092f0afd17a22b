-- Kind 3: triggers that set updated_at, and those that seem to. The second kind stays, for it does something else as well.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, updated_at timestamptz);
create table public.shared_memory (id uuid primary key default gen_random_uuid(), conversation_id text, memory_key text, memory_value jsonb, scope text, access_count int, last_accessed_at timestamptz, updated_at timestamptz);
create function public.touch_if() returns trigger language plpgsql as $$ begin
  /* one */ if (new.name, new.email) is distinct from (old.name, old.email) then new.updated_at := timezone('utc', now()); end if; /* two */
  return new; -- done
end; $$;
create trigger touch before update on public.leads for each row execute function public.touch_if();
create function public.bump() returns trigger language plpgsql as $$ BEGIN NEW.access_count = coalesce(OLD.access_count, 0) + 1; NEW.last_accessed_at = clock_timestamp(); RETURN NEW; END $$;
create trigger bump before update on public.shared_memory for each row execute function public.bump();
create function public.extra_into() returns trigger language plpgsql as $$ begin select upper(new.name) into new.name; new.updated_at := now(); return new; end $$;
create function public.extra_old() returns trigger language plpgsql as $$ begin new.updated_at := now(); return old; end $$;
create function public.extra_null() returns trigger language plpgsql as $$ begin new.updated_at := now(); if old.name = 'locked' then return null; end if; return new; end $$;
create function public.extra_call() returns trigger language plpgsql as $$ begin new.updated_at := public.extra_time(); return new; end $$;
create function public.extra_hidden() returns trigger language plpgsql as $$ begin /* a */ new.name := upper(new.name); /* b */ new.updated_at := now(); return new; end $$;
create trigger extra_into before update on public.leads for each row execute function public.extra_into();
create trigger extra_old before update on public.leads for each row execute function public.extra_old();
create trigger extra_null before update on public.leads for each row execute function public.extra_null();
create trigger extra_call before update on public.leads for each row execute function public.extra_call();
create trigger extra_hidden before update on public.leads for each row execute function public.extra_hidden();
insert into public.leads (name, email) values ('Lee', 'l@example.org');
