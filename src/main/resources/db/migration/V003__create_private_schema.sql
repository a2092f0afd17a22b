-- Helper functions live here: Supabase's API exposes public, not this schema, and nobody but the owner can name what is in it.
-- Policies and triggers refer to functions by identity, so that the API roles need no usage of the schema.
create schema if not exists private;

revoke all on schema private from public, anon, authenticated, service_role;

comment on schema private is 'Functions behind the policies and triggers of public; not exposed by the API';
