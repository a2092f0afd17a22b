alter sequence shop.invoice_number maxvalue 99999;
