alter sequence shop.invoice_number increment 5;
