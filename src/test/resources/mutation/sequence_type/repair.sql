alter sequence shop.invoice_number as integer;
