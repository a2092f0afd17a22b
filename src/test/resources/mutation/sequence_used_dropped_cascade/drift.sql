drop sequence shop.ticket_number cascade;
