alter table spare.drafts set schema shop;
