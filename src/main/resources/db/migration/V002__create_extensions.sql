-- Supabase has both already, possibly in another schema, where they stay. They are trusted: no superuser is needed.
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pgcrypto with schema extensions;
