drop function agentflow.stray();
