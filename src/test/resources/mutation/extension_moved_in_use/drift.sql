alter extension citext set schema spare;
