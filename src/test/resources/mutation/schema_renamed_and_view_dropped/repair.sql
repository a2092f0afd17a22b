alter schema kit rename to tools;
create view shop.graded as select l.code, r.grade from shop.lodgers l join tools.refs r on r.id = l.ref_id where r.grade = 'good';
