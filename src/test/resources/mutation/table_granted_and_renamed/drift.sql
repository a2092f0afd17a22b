-- Three differences: what is there under another name is missing and unexpected, and hides nothing else.
grant select on shop.months to public;
alter table shop.months rename to moons;
