alter index shop.marked_idx rename to marked_code_idx;
