-- Two differences: A table that is renamed is gone, and another is there.
alter table shop.drafts rename to sketches;
