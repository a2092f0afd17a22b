alter table shop.orders alter constraint orders_customer_id_fkey not deferrable;
