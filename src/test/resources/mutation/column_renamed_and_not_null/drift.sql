-- Two differences: what is there under another name is missing and unexpected.
alter table shop.months rename column name to title;
alter table shop.months alter column title set not null;
