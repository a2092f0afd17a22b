alter table shop.fields rename to plots;
