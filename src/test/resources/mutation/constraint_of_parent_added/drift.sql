alter table shop.animals add constraint mine check (legs <> 3);
