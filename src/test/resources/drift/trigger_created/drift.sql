create trigger stray before insert on public.leads for each row execute function agentflow.set_updated_at();
