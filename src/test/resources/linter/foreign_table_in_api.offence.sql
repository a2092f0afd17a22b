create foreign data wrapper offence;
create server offence foreign data wrapper offence;
create foreign table public.offence (id int) server offence;
