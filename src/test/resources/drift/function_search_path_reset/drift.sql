alter function agentflow.is_admin() reset all;
