-- Two differences: what is there under another name is missing and unexpected.
alter table shop.lodgers rename column name to label;
