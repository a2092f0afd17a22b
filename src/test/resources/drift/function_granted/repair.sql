revoke execute on function agentflow.create_profile() from anon;
