revoke usage on schema agentflow from anon;
