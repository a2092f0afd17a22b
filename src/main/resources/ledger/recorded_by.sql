-- Has the recorder say by which version of it it is written, and what that has made of it: catalog/stray.sql looks there.
do $comment$
begin
    execute (select format('comment on function plumbline.record_ddl() is %%L',
                           concat_ws(' ', '%s', md5(concat_ws(' ', p.prosecdef, p.proconfig, p.prosrc))))
               from pg_proc p
              where p.oid = 'plumbline.record_ddl()'::regprocedure);
end
$comment$
