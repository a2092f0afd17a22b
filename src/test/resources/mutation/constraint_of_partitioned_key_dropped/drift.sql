alter table shop.visits drop constraint visits_pkey;
alter table shop.visits alter column id set not null;
