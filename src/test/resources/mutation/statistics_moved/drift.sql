-- Two differences: what is there under another name is missing and unexpected.
alter statistics shop.rents_stats set schema spare;
