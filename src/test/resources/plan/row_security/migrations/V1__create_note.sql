create table note (owner name default current_user, body text);
alter table note enable row level security;
create policy note_own on note using (owner = current_user);
