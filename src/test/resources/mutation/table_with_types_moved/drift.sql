-- Two differences: what is there under another name is missing and unexpected.
alter table shop.rents set schema spare;
