alter server shack rename to barn;
