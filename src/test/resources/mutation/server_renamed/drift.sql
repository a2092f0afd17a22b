-- Two differences: what is there under another name is missing and unexpected.
alter server barn rename to shack;
