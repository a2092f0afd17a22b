-- Two differences: what is there under another name is missing and unexpected.
alter sequence shop.ticket_number rename to ticket;
