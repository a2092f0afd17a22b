alter sequence shop.ticket_count rename to ticket_number;
alter table shop.tickets alter column number set default nextval('shop.ticket_number');
