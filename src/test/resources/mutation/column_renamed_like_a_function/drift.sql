-- Two differences: what is there under another name is missing and unexpected.
alter table shop.rents rename column gone to lower;
