create type item as (id integer);
create type size as enum ('small', 'large');
