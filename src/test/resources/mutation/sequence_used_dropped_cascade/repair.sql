create sequence shop.ticket_number;
alter table shop.tickets alter column number set default nextval('shop.ticket_number');
