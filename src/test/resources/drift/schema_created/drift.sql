create schema stray;
