create table public.stray (id int primary key, note text);
create index stray_note on public.stray (note);
