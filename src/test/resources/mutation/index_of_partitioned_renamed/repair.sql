alter index shop.mine rename to events_what_idx;
