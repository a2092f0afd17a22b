alter table shop.animals drop constraint mine;
