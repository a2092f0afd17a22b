-- Two differences: what is there under another name is missing and unexpected.
alter table shop.horses rename to a_horses;
