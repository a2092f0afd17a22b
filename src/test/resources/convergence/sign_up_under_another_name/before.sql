-- Kind 3: the profile trigger under another name, with an upsert; moddatetime-like triggers; an access counter.
create table public.profiles (id uuid primary key references auth.users (id) on delete cascade, email text unique, full_name text, created_at timestamptz default now());
create function public.create_profile_for_user() returns trigger language plpgsql security definer as $$
begin
  -- insert into audit? no
  INSERT INTO "public"."profiles" ("id", email, full_name, created_at)
  VALUES (NEW.id, lower(NEW.email), coalesce(NEW.raw_user_meta_data ->> 'full_name', ''), timezone('utc'::text, now())) -- as they are
  ON CONFLICT (id) DO UPDATE SET email = EXCLUDED.email;
  RETURN NEW;
exception when others then
  raise warning 'no profile (%; %)', sqlerrm, NEW.id;
  RETURN NEW;
end $$;
create trigger create_profile_on_signup after insert on auth.users for each row execute function public.create_profile_for_user();
create table public.shared_memory (id uuid primary key, conversation_id text, memory_key text, memory_value jsonb, scope text, access_count int, last_accessed_at timestamptz, updated_at timestamptz);
create function public.bump() returns trigger language plpgsql as $$ begin NEW.access_count := coalesce(OLD.access_count, 0) + 1; NEW.last_accessed_at := now(); RETURN NEW; end $$;
create trigger bump_access before update on public.shared_memory for each row execute function public.bump();
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into public.shared_memory (id, conversation_id, memory_key, memory_value) values (gen_random_uuid(), 'c', 'k', '[]');
