alter table shop.drafts alter column body type text;
