create or replace trigger porters_carry before update of trunk, bag on shop.porters for each row execute function shop.carry();
