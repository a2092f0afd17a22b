alter table shop.guests disable row level security;
comment on table shop.guests is null;
alter table shop.guests rename to lodgers;
