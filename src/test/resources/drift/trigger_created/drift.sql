create trigger stray before insert on public.leads for each row execute function private.set_updated_at();
