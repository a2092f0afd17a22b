-- Two differences: what is there under another name is missing and unexpected.
alter table shop.months rename column name to title;
comment on column shop.months.title is 'Of the month';
