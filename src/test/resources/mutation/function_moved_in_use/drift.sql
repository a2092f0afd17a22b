-- Two differences: what is there under another name is missing and unexpected.
alter function shop.word() set schema spare;
