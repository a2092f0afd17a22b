alter table child add column note text;
