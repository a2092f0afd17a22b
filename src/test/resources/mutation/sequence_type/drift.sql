alter sequence shop.invoice_number as bigint;
