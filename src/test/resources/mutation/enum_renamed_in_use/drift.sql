-- Two differences: what is there under another name is missing and unexpected.
alter type shop.room rename to chamber;
