drop server shed;
create server shed foreign data wrapper far;
