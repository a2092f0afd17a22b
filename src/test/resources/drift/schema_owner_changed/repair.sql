alter schema private owner to current_user;
