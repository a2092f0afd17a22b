alter sequence shop.ticket rename to ticket_number;
