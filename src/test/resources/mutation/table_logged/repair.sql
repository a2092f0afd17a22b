alter table shop.drafts set unlogged;
