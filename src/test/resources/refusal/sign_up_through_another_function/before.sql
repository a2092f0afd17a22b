create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null);
create function public.make_profile(u uuid, e text) returns void language sql security definer as 'insert into public.profiles (id, email) values (u, e)';
revoke all on function public.make_profile(uuid, text) from public, anon, authenticated;
create function public.welcome() returns trigger language plpgsql security definer as $$ begin perform public.make_profile(new.id, new.email); return new; end $$;
create trigger welcome after insert on auth.users for each row execute function public.welcome();
