-- Kind 1, with a user of auth who signed up before.
insert into auth.users (id, email, raw_user_meta_data) values
  ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', '{"full_name": "Ann"}'), ('00000000-0000-0000-0000-0000000000a2', null, null);
