create server shed foreign data wrapper far;
