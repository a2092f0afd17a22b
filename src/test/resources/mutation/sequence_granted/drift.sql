grant all on sequence shop.invoice_number to mutation_reader;
