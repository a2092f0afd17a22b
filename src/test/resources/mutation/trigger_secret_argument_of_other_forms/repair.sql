drop trigger hook on shop.audit;
