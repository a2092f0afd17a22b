create function shop.other() returns integer language sql security definer as 'select 1';
