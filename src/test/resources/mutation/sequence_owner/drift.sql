alter sequence shop.invoice_number owner to mutation_owner;
