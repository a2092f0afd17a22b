-- A row is the number of an event, in the order of the arrays: $1 ids, $2 times, $3 types, $4 subjects, $5 documents.
insert into plumbline.event (id, at, type, subject, document)
select e.id, e.at, e.type, e.subject, e.document::json
  from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[])
       with ordinality e (id, at, type, subject, document, place)
 order by e.place
returning number
