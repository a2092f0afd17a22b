-- Two differences: A column that is renamed is gone, and another is there.
alter table shop.drafts rename column body to content;
