create function agentflow.stray() returns int language sql as $$ select 1 $$;
