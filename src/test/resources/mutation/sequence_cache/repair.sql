alter sequence shop.invoice_number cache 3;
