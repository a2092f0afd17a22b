alter sequence shop.invoice_number owned by shop.audit.line;
