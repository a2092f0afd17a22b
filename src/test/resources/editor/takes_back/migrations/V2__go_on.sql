alter table half add column note text;
