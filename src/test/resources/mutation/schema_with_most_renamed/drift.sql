-- Two differences: what is there under another name is missing and unexpected.
alter schema shop rename to store;
