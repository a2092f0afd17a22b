alter table shop.lodgers rename column label to name;
create trigger lodgers_named before update of name on shop.lodgers
  for each row when (new.name is distinct from old.name) execute function shop.touch();
