insert into audit.entry (what) values ('after');
