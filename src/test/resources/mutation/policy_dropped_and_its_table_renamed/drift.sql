-- Three differences: what is there under another name is missing and unexpected, and hides nothing else.
drop policy may on shop.months;
alter table shop.months rename to moons;
