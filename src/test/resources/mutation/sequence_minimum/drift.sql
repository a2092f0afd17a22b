alter sequence shop.invoice_number minvalue 9;
