create rule other as on insert to shop.best do instead nothing;
