drop procedure spare.out(out integer);
create procedure spare.out() language sql as 'select 1';
