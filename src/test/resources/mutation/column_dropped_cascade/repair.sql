alter table shop.lodgers add name text;
alter table shop.lodgers add upper_name text generated always as (upper(name)) stored;
create index lodgers_name_idx on shop.lodgers (name, nick shop.citext_pattern_ops);
create trigger lodgers_named before update of name on shop.lodgers
  for each row when (new.name is distinct from old.name) execute function shop.touch();
create rule keep_lodgers as on delete to shop.lodgers where old.name = 'x' do instead nothing;
alter table shop.lodgers add constraint lodgers_nick_check check (nick operator(shop.<>) 'x' and name <> '');
create function shop.first_lodger() returns text language sql return (select min(l.name) from shop.lodgers l);
alter publication lodgers_news add table shop.lodgers (code, name) where (name is not null);
