alter sequence shop.invoice_number owner to postgres;
