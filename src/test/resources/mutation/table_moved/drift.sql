-- Two differences: A table that is moved is gone, and another is there.
alter table shop.drafts set schema spare;
