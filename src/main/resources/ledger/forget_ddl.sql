-- $1 is the time before which what was done is forgotten.
delete from plumbline.ddl d
 where d.at < $1
