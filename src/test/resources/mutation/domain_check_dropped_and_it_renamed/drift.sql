-- Three differences: what is there under another name is missing and unexpected, and hides nothing else.
alter domain shop.positive drop constraint positive_check;
alter domain shop.positive rename to plus;
