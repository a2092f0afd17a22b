alter sequence shop.invoice_number start 1000;
