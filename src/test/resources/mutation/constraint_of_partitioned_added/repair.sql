alter table shop.visits drop constraint mine;
