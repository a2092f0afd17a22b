alter domain shop.percent add constraint odd check (value <> 3);
