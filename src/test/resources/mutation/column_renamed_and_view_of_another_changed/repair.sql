alter table shop.lodgers rename column mark to grade;
create or replace view shop.both_grades as select l.grade as of_lodger, r.grade from shop.lodgers l join tools.refs r on r.grade = l.grade;
