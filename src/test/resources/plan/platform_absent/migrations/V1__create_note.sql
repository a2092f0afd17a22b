create extension pgcrypto;
create table note (owner uuid default platform.uid() references platform.user (id));
create policy note_own on note using (owner = platform.uid());
