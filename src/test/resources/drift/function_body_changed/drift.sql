create or replace function agentflow.set_updated_at() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.updated_at = clock_timestamp();
  return new;
end
$$;
