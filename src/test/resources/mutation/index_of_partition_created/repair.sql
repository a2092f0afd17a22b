drop index shop.other;
