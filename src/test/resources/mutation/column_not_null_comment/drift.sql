comment on constraint orders_customer_id_not_null on shop.orders is 'Always';
