-- Three differences: what is there under another name and changed is missing and unexpected, and a policy speaks of it.
alter table shop.months rename column name to title;
alter table shop.months alter column title set not null;
