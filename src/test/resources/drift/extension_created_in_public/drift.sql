create extension citext schema public;
