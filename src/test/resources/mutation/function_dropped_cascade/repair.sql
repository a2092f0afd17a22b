create function shop.touch() returns trigger language plpgsql as 'begin return new; end';
create trigger touch before update on shop.customers for each row execute function shop.touch();
comment on trigger touch on shop.customers is 'Lightly';
create constraint trigger check_later after insert on shop.orders deferrable initially deferred
  for each row execute function shop.touch();
create trigger touch_event after insert on shop.events for each row execute function shop.touch();
create trigger lodgers_named before update of name on shop.lodgers
  for each row when (new.name is distinct from old.name) execute function shop.touch();
create trigger guard before update on shop.session for each row
  when (old.token is distinct from new.token and new.kind <> 'token: a') execute function shop.touch('Authorization: s3cret');
