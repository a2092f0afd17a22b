-- Three differences: the old name, the new one, and the view.
alter table shop.lodgers rename to guests;
comment on table shop.guests is 'Who lodges';
create or replace view shop.graded as select l.code, r.grade from shop.guests l join tools.refs r on r.id = l.ref_id where r.grade = 'bad';
