drop server shed;
create server shed type 'wood' foreign data wrapper far;
