alter function agentflow.set_updated_at() security definer;
