-- Three differences: the old name, the new one, and the view, which asks another table for less.
alter table shop.lodgers rename column grade to mark;
create or replace view shop.both_grades as select l.mark as of_lodger, r.grade from shop.lodgers l join tools.refs r on r.grade <> l.mark;
