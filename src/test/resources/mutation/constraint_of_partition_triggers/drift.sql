-- The trigger that asks for the month of an entry, of one partition only.
do $$
begin
  execute format('alter table shop.entries_1 disable trigger %I',
    (select t.tgname from pg_trigger t where t.tgrelid = 'shop.entries_1'::regclass and t.tgfoid = '"RI_FKey_check_ins"'::regproc));
end
$$;
