-- Two differences: what is there under another name is missing and unexpected.
alter materialized view shop.plots_seen rename to plots_known;
