-- At least one object of every kind, and names that are hard to read back.
create schema shop;
create schema spare;
create schema "no 'one'";
comment on schema shop is 'All that is sold';
grant usage on schema shop to mutation_reader;

create extension pg_trgm schema shop;

create collation shop.exact (provider = libc, locale = 'C');
create collation shop.loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
comment on collation shop.loose is 'Ignores case';

create type shop.mood as enum ('glad', 'so so', 'it''s bad');
comment on type shop.mood is 'How it went';
grant usage on type shop.mood to mutation_reader;
create type shop.size as enum ('small', 'large');
create type shop.address as (street text, "zip code" varchar(10) collate "C", town text);
comment on type shop.address is 'Where';
comment on column shop.address.town is 'By its official name';
create domain shop.email as text collate "C" default 'nobody' not null constraint has_at check (value like '%@%');
comment on domain shop.email is 'One address';
comment on constraint has_at on domain shop.email is 'No more than that';
create domain shop.word as text collate "C";
create domain shop.percent as numeric(5, 2) check (value between 0 and 100);
create type shop.shift;
create function shop.shift_difference(a float8, b float8) returns float8 language sql immutable as 'select a - b';
drop type shop.shift;
create type shop.shift as range (subtype = float8, subtype_diff = shop.shift_difference, multirange_type_name = shop.shifts);
comment on type shop.shift is 'From when to when';
create type shop.words as range (subtype = text, collation = "C");
create type shop.days as range (subtype = date);

create type shop.pair as (a integer, b integer);
create type shop.phrase as (said text collate "C");
create sequence shop.invoice_number as integer start 1000 increment 5 minvalue 10 maxvalue 100000 cache 3 cycle;
comment on sequence shop.invoice_number is 'Never twice';
grant usage on sequence shop.invoice_number to mutation_writer;

create table shop.customers (
  id bigint generated always as identity (start 10 increment 2),
  name text not null default 'unknown',
  email shop.email,
  mood shop.mood default 'glad',
  home shop.address,
  score numeric(6, 2) not null,
  doubled numeric generated always as (score * 2) stored,
  note text,
  tags text[] not null default '{}',
  parent_id bigint,
  constraint customers_pkey primary key (id),
  constraint customers_name_key unique (name) with (fillfactor = 80),
  constraint customers_score_check check (score >= 0),
  constraint customers_parent_fkey foreign key (parent_id) references shop.customers on delete set null
) with (fillfactor = 90);
alter table shop.customers enable row level security;
comment on table shop.customers is 'Who buys';
comment on column shop.customers.note is 'Whatever';
comment on constraint customers_score_check on shop.customers is 'No debts';
grant select on shop.customers to mutation_reader;
grant update (note) on shop.customers to mutation_reader;
create index customers_score_idx on shop.customers (score desc) include (name);
create unique index customers_email_idx on shop.customers (lower(email)) where note is not null;
create index customers_tags_idx on shop.customers using gin (tags);
comment on index shop.customers_score_idx is 'For the list of the best';
create policy read_all on shop.customers for select to mutation_reader using (score > 0);
create policy "write own" on shop.customers as restrictive for update to mutation_writer using (true) with check (score < 100);
comment on policy read_all on shop.customers is 'But for the poor';
create statistics shop.customers_stats (ndistinct, dependencies) on name, score from shop.customers;
comment on statistics shop.customers_stats is 'They go together';

create table shop.orders (
  number serial primary key,
  customer_id bigint not null references shop.customers on delete cascade,
  amount integer not null default 1,
  placed_at timestamptz not null default now(),
  during tstzrange,
  constraint orders_overlap exclude using gist (during with &&),
  constraint orders_amount_key unique (amount, placed_at) deferrable initially deferred
);
create index orders_customer_idx on shop.orders (customer_id);
alter table shop.orders replica identity full;

create table shop.events (at date not null, what text, weight integer default 1, constraint events_weight_check check (weight > 0))
  partition by range (at);
create table shop.events_2025 partition of shop.events for values from ('2025-01-01') to ('2026-01-01');
create table shop.events_later partition of shop.events default;
create index events_what_idx on shop.events (what);
create index events_length_idx on shop.events (length(what));
create table shop.visits (id integer primary key) partition by range (id);
create table shop.visits_1 partition of shop.visits for values from (1) to (10);
create table shop.visits_2 partition of shop.visits for values from (10) to (20);

create table shop.animals (name text not null, legs integer, constraint animals_legs_check check (legs >= 0));
create table shop.cats (lives integer default 9) inherits (shop.animals);
create table shop.horses (hooves integer);
create table shop.donkeys (ears integer);
create table shop.mules () inherits (shop.horses, shop.donkeys);
create table spare.beings (name text not null);
create table spare.things (kind text);
create table spare.heap (a integer);
create unlogged table shop.drafts (body text);
create table shop.drafts_kept (body text);
create table shop.kept (body text, constraint body_there unique (body));
create table shop.pages (id integer primary key);
create table shop.lines (page_id integer constraint lines_fkey references shop.pages);
create table shop.keyed (id integer not null, constraint keyed_pkey primary key (id));
create table shop.measures (kind integer not null) partition by list (kind);
create table shop.measures_1 (kind integer not null);
create table shop.measures_2 partition of shop.measures for values in (2);
create index measures_kind_idx on shop.measures (kind);
create table spare.sizes (kind integer not null) partition by list (kind);
create table shop.steps (a integer, b integer) partition by hash (a);
create sequence spare.counter;
create table shop.offices of shop.address;
create table shop.months (id integer primary key, name text, mood shop.mood default 'so so');
comment on index shop.months_pkey is 'In order';
create table shop.entries (month integer references shop.months) partition by list (month);
create table shop.entries_1 partition of shop.entries for values in (1);
create index months_name_idx on shop.months (name) where mood = 'so so';
alter table shop.months add constraint months_name_check check (name <> '' or mood <> 'so so');
alter table shop.months enable row level security;
create policy named on shop.months to mutation_reader using (name is not null and mood = 'so so');
create view shop.named as select m.name, e.month from shop.months m join shop.entries e on e.month = m.id where m.mood = 'so so';
create rule keep_months as on delete to shop.months where old.mood = 'so so' do instead nothing;
create function shop.word() returns text language sql immutable as 'select ''x''';
create table shop.words_used (word text default shop.word(), constraint words_used_check check (word <> shop.word()));
create index words_used_idx on shop.words_used ((word || shop.word()));
create sequence shop.ticket_number;
create table shop.tickets (number bigint not null default nextval('shop.ticket_number'));
create table shop.numbers (id integer not null);
create table shop.numbers_kept () inherits (shop.numbers);
alter table shop.numbers_kept alter column id add generated always as identity;
create table shop.audit (line text, kept boolean default true);
create table shop.session (id integer primary key, token text, kind text);
create rule keep_audit as on delete to shop.audit do instead nothing;
comment on rule keep_audit on shop.audit is 'For ever';

create function shop.touch() returns trigger language plpgsql as 'begin return new; end';
create function shop.is_admin(who text default 'me', variadic more text[] default '{}') returns boolean
  language sql stable security definer strict parallel safe cost 50 set search_path = '' as $$ select who = 'admin' $$;
comment on function shop.is_admin(text, text[]) is 'Who may';
revoke execute on function shop.is_admin(text, text[]) from public;
grant execute on function shop.is_admin(text, text[]) to mutation_writer;
create function shop.top(n integer) returns table (name text) language sql rows 20 as 'select null::text';
create function shop.parsed() returns numeric language sql
  return (select max(c.score) from shop.customers c join shop.orders o on o.customer_id = c.id);
create procedure shop.clean(n integer) language plpgsql as 'begin null; end';
comment on procedure shop.clean(integer) is 'Now and then';
create function shop.twice(a integer) returns integer language sql immutable as 'select a * 2';
create function shop.plain(a integer) returns integer language sql as 'select 1';
create function shop.text(a integer) returns integer language plpgsql as 'begin return 1; end';
create function shop.native(integer) returns integer language internal as 'int4abs';
create function shop.ranks() returns bigint language internal as 'window_row_number';
create function shop.add(a integer, b integer) returns integer language sql immutable as 'select a + b';
create function shop.take(a integer, b integer) returns integer language sql immutable as 'select a - b';
create aggregate shop.total(integer) (sfunc = shop.add, stype = integer, initcond = '0', combinefunc = shop.add,
  msfunc = shop.add, minvfunc = shop.take, mstype = integer, minitcond = '0', finalfunc = shop.twice,
  mfinalfunc = shop.twice, parallel = safe);
create aggregate shop.joined(text) (sfunc = textcat, stype = text);
create aggregate spare.average(bigint) (sfunc = int8_avg_accum, stype = internal, finalfunc = numeric_poly_avg,
  combinefunc = int8_avg_combine, serialfunc = int8_avg_serialize, deserialfunc = int8_avg_deserialize);
create function spare.gather(a float8, b float8, c float8) returns float8 language sql immutable as 'select a';
create function spare.gather_one(a float8, b float8) returns float8 language sql immutable as 'select a';
create aggregate spare.middle(float8 order by float8) (sfunc = spare.gather_one, stype = float8);
comment on aggregate shop.total(integer) is 'All of it';

create trigger touch before update on shop.customers for each row execute function shop.touch();
comment on trigger touch on shop.customers is 'Lightly';
create constraint trigger check_later after insert on shop.orders deferrable initially deferred
  for each row execute function shop.touch();
create trigger guard before update on shop.session for each row
  when (old.token is distinct from new.token and new.kind <> 'token: a') execute function shop.touch('Authorization: s3cret');
create trigger touch_event after insert on shop.events for each row execute function shop.touch();

create view shop.best with (security_invoker = true) as
  select c.id, c.name, o.amount from shop.customers c join shop.orders o on o.customer_id = c.id where c.score > 50;
comment on view shop.best is 'Worth a card';
comment on column shop.best.name is 'First and last';
grant select on shop.best to mutation_reader;
create view shop.writable as select a.line, a.kept from shop.audit a where a.kept with local check option;
alter view shop.writable alter column kept set default true;
create materialized view shop.daily with (fillfactor = 70) as
  select o.placed_at::date as day, sum(o.amount) as amount from shop.orders o join shop.customers c on c.id = o.customer_id group by 1;
create unique index daily_day_idx on shop.daily (day);
comment on materialized view shop.daily is 'Every night';
comment on column shop.daily.day is 'In UTC';
grant select on shop.daily to mutation_reader;

create foreign data wrapper far options (debug 'false');
comment on foreign data wrapper far is 'Away';
create foreign data wrapper nowhere;
create server shed foreign data wrapper far;
create server mill type 'steam' version '2' foreign data wrapper far options (host 'mill.example', dbname 'flour', keyspace 'grain');
comment on server mill is 'By the river';
grant usage on foreign server mill to mutation_writer;
create user mapping for mutation_reader server mill options (user 'miller', password 'not to be read');
create server barn foreign data wrapper far options (require_auth 'scram-sha-256', role_claim_key '.role');
create foreign table spare.crates (id integer) server barn;
create foreign table shop.steps_near (a integer, b integer) server mill;
create foreign table shop.sacks (id integer options (column_name 'no', key 'true') not null, kind text, constraint sacks_check check (id > 0))
  server mill options (schema_name 'store', table_name 'sacks');
comment on foreign table shop.sacks is 'Of flour';
grant select on shop.sacks to mutation_reader;

create publication news for table shop.orders (number, amount) where (amount > 1), shop.audit with (publish = 'insert, update');
comment on publication news is 'To subscribers';
create publication empty;
create publication whole for tables in schema spare;

create procedure spare.out() language sql as 'select 1';
create function spare.append(a text[], b text) returns text[] language sql as 'select a || b';
create function spare.sleep() returns event_trigger language plpgsql as 'begin null; end';
create function spare.watch() returns event_trigger language plpgsql as 'begin null; end';
create event trigger mutation_watch on ddl_command_start when tag in ('CREATE SUBSCRIPTION') execute function spare.watch();
comment on event trigger mutation_watch is 'Not without us';

alter default privileges in schema spare grant select on tables to mutation_reader;
alter default privileges grant usage on schemas to mutation_reader;

-- What depends on what, in as many ways as there are.
create schema tools;
create extension citext schema shop;
create type shop.room as enum ('small', 'large');
create type tools.grade as enum ('good', 'bad');
create function tools.stamp() returns trigger language plpgsql as 'begin return new; end';
create table tools.refs (id integer primary key, grade tools.grade);
create table shop.lodgers (
  id integer,
  code text not null,
  name text,
  nick shop.citext,
  upper_name text generated always as (upper(name)) stored,
  room shop.room default 'small',
  grade tools.grade default 'good',
  ref_id integer references tools.refs,
  constraint lodgers_nick_check check (nick operator(shop.<>) 'x' and name <> '')
);
create unique index lodgers_code_idx on shop.lodgers (code);
create index lodgers_name_idx on shop.lodgers (name, nick shop.citext_pattern_ops);
create trigger lodgers_named before update of name on shop.lodgers
  for each row when (new.name is distinct from old.name) execute function shop.touch();
create trigger lodgers_stamped before insert on shop.lodgers for each row execute function tools.stamp();
create rule keep_lodgers as on delete to shop.lodgers where old.name = 'x' do instead nothing;
create publication lodgers_news for table shop.lodgers (code, name) where (name is not null);
create function shop.first_lodger() returns text language sql return (select min(l.name) from shop.lodgers l);
create function shop.price(room shop.room) returns integer language sql as 'select 1';
create view shop.graded as select l.code, r.grade from shop.lodgers l join tools.refs r on r.id = l.ref_id where r.grade = 'good';
create view shop.both_grades as select l.grade as of_lodger, r.grade from shop.lodgers l join tools.refs r on r.grade = l.grade;
create function shop.may_read() returns boolean language sql as 'select false';
create policy may on shop.months to mutation_reader using (shop.may_read());
create view shop.best_of_all with (security_invoker = true) as select b.id, o.number from shop.best b join shop.orders o on true;
create unique index lodgers_part_idx on shop.lodgers (code) where code <> '';
create table shop.measured (a integer, b integer, c integer, constraint measured_check check ((a > 0 and b > 0) or c > 0));
create table shop.counted (n bigint, constraint counted_check check (n::integer > 0));
create table shop.stays (id integer primary key) partition by range (id);
create table shop.stays_1 partition of shop.stays for values from (1) to (10);
create table shop.bills (stay integer, constraint bills_fkey foreign key (stay) references shop.stays);
create table shop.weeds (plot integer);
create table spare.weeds (plot integer);
create table shop.plots (id serial primary key, size integer);
comment on table shop.plots is 'All plots';
alter table shop.plots enable row level security;
create policy of_plots on shop.plots using (plots.size > (select count(*) from shop.weeds w where w.plot = plots.id));
create materialized view shop.plots_seen as select p.id, p.size from shop.plots p join shop.weeds w on w.plot = p.id;
create index plots_seen_idx on shop.plots_seen (size);
create function shop.seen() returns bigint language sql return (select count(*) from shop.plots_seen);
create domain shop.positive as integer constraint positive_check check (value > 0);
create table shop.marked (code text not null);
create unique index marked_code_idx on shop.marked (code);
alter table shop.marked replica identity using index marked_code_idx;
create table shop.parcels (
  state varchar(10) default 'new' constraint parcels_state_check check (state in ('new', 'it''s sent')),
  is_new boolean generated always as (state in ('new', 'newer')) stored,
  room integer,
  id bigint generated always as identity,
  kind varchar(5) constraint parcels_kind_check check (kind in ('a', 'b')),
  constraint parcels_room_excl exclude using gist (int4range(room, room + 1) with &&)
);
create index parcels_state_idx on shop.parcels (room) with (deduplicate_items = off) where state not in ('new', 'gone');
create policy of_parcels on shop.parcels using (state in ('new', 'sent'));
create view shop.open_parcels as select p.room from shop.parcels p join shop.weeds w on w.plot = p.room where p.state in ('new', 'sent');
create materialized view shop.rooms with (autovacuum_enabled = off) as select p.room from shop.parcels p join shop.weeds w on true;
create type shop.pace as enum ('slow', 'quick');
create table shop.rents (
  id serial,
  pace shop.pace default 'slow',
  page integer,
  gone text constraint rents_gone_check check (gone <> 'page' and pace <> 'slow')
);
create index rents_idx on shop.rents (page, gone);
create table shop.rent_pages (page integer unique);
alter table shop.rents add constraint rents_page_fkey foreign key (page) references shop.rent_pages (page);
create statistics shop.rents_stats on page, gone from shop.rents;
create unique index rents_page_idx on shop.rents (id) with (fillfactor = 70);
create view shop.rented as select r.page, 'page'::text as what, lower(r.gone) as gone from shop.rents r join shop.weeds w on w.plot = r.page;
create table shop.lent (a integer);
alter table shop.lent owner to mutation_owner;
grant select on shop.lent to current_user;
revoke execute on function pg_catalog.pg_sleep(double precision) from public;
grant execute on function pg_catalog.pg_sleep(double precision) to mutation_reader;
create event trigger pgrst_drop_watch on sql_drop execute function spare.watch();

-- Names that are hard to read back.
create schema "say ""hi""; drop schema shop; --";
create table "say ""hi""; drop schema shop; --"."😀 table.with.dots" (
  "select" integer constraint "it's %I $1 \x" check ("select" > 0 or 'a\b' = ''),
  "new
line" text,
  "column_of_exactly_sixty_three_bytes_which_is_all_that_a_name_has" text
);
create index "idx (a, b) where true" on "say ""hi""; drop schema shop; --"."😀 table.with.dots" ("select");
create function "say ""hi""; drop schema shop; --"."f(integer)"("a b" text) returns text language sql as $$ select 'x' $$;
create view "say ""hi""; drop schema shop; --"."{view, null}" as
  select t."select" as "as", u."select" as "from"
    from "say ""hi""; drop schema shop; --"."😀 table.with.dots" t join "say ""hi""; drop schema shop; --"."😀 table.with.dots" u on true;
grant select on "say ""hi""; drop schema shop; --"."😀 table.with.dots" to "mutation ""Ω"" role";
create policy "on; off" on "say ""hi""; drop schema shop; --"."😀 table.with.dots" to "mutation ""Ω"" role" using (true);
create function shop.carry() returns trigger language plpgsql as 'begin return new; end';
create table shop.porters (trunk integer, bag integer);
create trigger porters_carry before update of bag, trunk on shop.porters for each row execute function shop.carry();
create materialized view shop.unfilled as select 1 as one with no data;
