revoke all on sequence shop.invoice_number from mutation_reader;
