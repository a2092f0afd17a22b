comment on sequence shop.invoice_number is null;
