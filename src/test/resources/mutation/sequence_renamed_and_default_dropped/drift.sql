-- Three differences: a sequence under another name takes no default with it.
alter sequence shop.ticket_number rename to ticket_count;
alter table shop.tickets alter column number drop default;
