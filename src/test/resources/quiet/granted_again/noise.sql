grant select on shop.customers to mutation_reader;

revoke all on shop.audit from public;

grant all on shop.audit to postgres;

grant execute on function shop.plain(integer) to public;

grant usage on type shop.size to public;

revoke all on schema spare from public;

alter default privileges in schema spare grant select on tables to mutation_reader;
