drop procedure spare.out();
create procedure spare.out(out a integer) language sql as 'select 1';
