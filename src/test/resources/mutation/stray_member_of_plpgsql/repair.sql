alter extension plpgsql drop function shop.hidden();
drop function shop.hidden();
