-- One row per user of auth, written by a trigger at sign-up. The role decides who is an admin.
-- A draft, as all tables up to the drafted indexes: see V002.
create table plumbline.profiles (
  id uuid not null,
  email text not null,
  full_name text,
  company text,
  avatar_url text,
  role text not null default 'user',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint profiles_pkey primary key (id),
  constraint profiles_id_fkey foreign key (id) references plumbline.users (id) on delete cascade,
  constraint profiles_email_key unique (email),
  constraint profiles_role_check check (role in ('user', 'admin'))
);

comment on table plumbline.profiles is 'What the application knows about a user of auth';
comment on column plumbline.profiles.id is 'The user''s id in auth.users';
comment on column plumbline.profiles.email is 'As at sign-up; <id>@users.invalid for a user who has none (phone, anonymous)';
comment on column plumbline.profiles.role is 'user or admin; only an admin or the service role changes it';
