alter sequence shop.invoice_number owned by none;
