-- Kinds 2, 3 and 4: Supabase's user management starter, grown: an extra column with a trigger of its own, the sign-up function, policies.
create table profiles (
  id uuid references auth.users on delete cascade not null primary key,
  updated_at timestamp with time zone,
  username text unique not null,
  full_name text,
  avatar_url text,
  website text,
  email text,
  constraint username_length check (char_length(username) >= 3)
);
alter table profiles enable row level security;
create policy "Public profiles are viewable by everyone." on profiles for select using (true);
create policy "Users can insert their own profile." on profiles for insert with check ((select auth.uid()) = id);
create policy "Users can update own profile." on profiles for update using ((select auth.uid()) = id);
create function public.handle_new_user() returns trigger set search_path = '' as $$
begin
  insert into public.profiles (id, full_name, avatar_url, email)
  values (new.id, new.raw_user_meta_data->>'full_name', new.raw_user_meta_data->>'avatar_url', new.email);
  return new;
end;
$$ language plpgsql security definer;
create function public.extra_username() returns trigger language plpgsql as $$ begin new.username := new.id::text; return new; end $$;
create trigger extra_username before insert on profiles for each row execute function public.extra_username();
create trigger on_auth_user_created after insert on auth.users for each row execute procedure public.handle_new_user();
insert into auth.users (id, email, raw_user_meta_data) values
  ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', '{"full_name": "Ann"}'),
  ('00000000-0000-0000-0000-0000000000a2', 'bob@example.org', '{}');
delete from profiles where id = '00000000-0000-0000-0000-0000000000a2';
update profiles set website = 'https://ann.example.org', username = 'ann';
