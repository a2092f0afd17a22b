-- Three differences: what is there under another name is missing and unexpected, and hides nothing else.
drop trigger lodgers_named on shop.lodgers;
alter table shop.lodgers rename column name to label;
