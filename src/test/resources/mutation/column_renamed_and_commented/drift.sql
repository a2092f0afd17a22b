-- Three differences: what is there under another name and changed is missing and unexpected, and a policy speaks of it.
alter table shop.months rename column name to title;
comment on column shop.months.title is 'Of the month';
