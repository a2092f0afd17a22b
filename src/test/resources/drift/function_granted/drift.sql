grant execute on function agentflow.create_profile() to anon;
