alter role current_user reset all;
