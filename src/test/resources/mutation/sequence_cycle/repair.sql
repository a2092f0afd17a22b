alter sequence shop.invoice_number cycle;
