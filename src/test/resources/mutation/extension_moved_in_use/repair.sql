alter extension citext set schema shop;
