alter table shop.visits add constraint mine check (id <> 3);
