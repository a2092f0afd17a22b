drop index shop.marked_code_idx;
