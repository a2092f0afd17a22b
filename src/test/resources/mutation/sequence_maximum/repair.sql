alter sequence shop.invoice_number maxvalue 100000;
