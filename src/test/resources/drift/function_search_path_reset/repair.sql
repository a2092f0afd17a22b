alter function agentflow.is_admin() set search_path = '';
