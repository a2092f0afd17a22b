grant execute on function agentflow.is_admin() to anon;
