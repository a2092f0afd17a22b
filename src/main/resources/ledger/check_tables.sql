-- Fails if one of the tables is gone that a run is kept in, or locked by somebody, or if this role may not do there what a run does.
lock table plumbline.run, plumbline.left_behind, plumbline.event, plumbline.delivery in row exclusive mode;
update plumbline.run set outcome = outcome, document = document where false;
insert into plumbline.left_behind (run, major, history, snapshot, reading)
select run, major, history, snapshot, reading from plumbline.left_behind where false
    on conflict (only_one) do update set run = excluded.run;
delete from plumbline.left_behind where false;
insert into plumbline.event (id, at, type, subject, document)
select id, at, type, subject, document from plumbline.event where false;
insert into plumbline.delivery (sink, order_key, events, at, due_at)
select sink, order_key, events, at, due_at from plumbline.delivery where false;
insert into plumbline.flyway_schema_history select * from plumbline.flyway_schema_history where false
