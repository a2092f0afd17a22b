-- Two differences: what is there under another name is missing and unexpected.
alter table shop.marked rename to noted;
