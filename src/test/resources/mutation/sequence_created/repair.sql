drop sequence shop.other;
