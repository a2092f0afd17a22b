create or replace view items as select id, 'a;b' as text from unqualified;
