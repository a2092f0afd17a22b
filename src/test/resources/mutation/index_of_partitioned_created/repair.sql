drop index shop.mine;
