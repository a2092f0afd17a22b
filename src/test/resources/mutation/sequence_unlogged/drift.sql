alter sequence shop.invoice_number set unlogged;
