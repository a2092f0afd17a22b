grant delete on shop.customers to public;
