drop schema stray;
