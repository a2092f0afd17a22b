create constraint trigger check_later after insert on shop.orders deferrable initially deferred
  for each row execute function shop.touch();
