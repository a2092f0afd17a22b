alter sequence shop.invoice_number no cycle;
