alter schema agentflow owner to current_user;
