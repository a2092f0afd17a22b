-- Two differences: what is there under another name is missing and unexpected.
alter index shop.marked_code_idx rename to marked_idx;
