grant usage on schema agentflow to anon;
