-- A row is an aggregate, known by its name and the types of its arguments. What it computes is in the functions that it
-- names; the facts that begin with "moving" are those of its mode for moving windows.
select format('aggregate %I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) as path,
       format('schema %I', n.nspname) as parent,
       pg_get_function_arguments(p.oid) as "arguments",
       pg_get_function_result(p.oid) as "returns",
       case a.aggkind when 'n' then 'normal' when 'o' then 'ordered set' when 'h' then 'hypothetical set' end as "type",
       a.aggtransfn::regprocedure::text as "transition",
       format_type(a.aggtranstype, null) as "state",
       nullif(a.aggtransspace, 0)::text as "stateSize",
       a.agginitval as "initial",
       nullif(a.aggfinalfn, 0)::regprocedure::text as "final",
       case when a.aggfinalextra then 'true' end as "finalExtra",
       case when a.aggfinalfn <> 0
            then case a.aggfinalmodify when 'r' then 'read only' when 's' then 'shareable' when 'w' then 'read write' end
            end as "finalModify",
       nullif(a.aggcombinefn, 0)::regprocedure::text as "combine",
       nullif(a.aggserialfn, 0)::regprocedure::text as "serialize",
       nullif(a.aggdeserialfn, 0)::regprocedure::text as "deserialize",
       nullif(a.aggmtransfn, 0)::regprocedure::text as "movingTransition",
       nullif(a.aggminvtransfn, 0)::regprocedure::text as "movingInverse",
       case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end as "movingState",
       nullif(a.aggmtransspace, 0)::text as "movingStateSize",
       a.aggminitval as "movingInitial",
       nullif(a.aggmfinalfn, 0)::regprocedure::text as "movingFinal",
       case when a.aggmfinalextra then 'true' end as "movingFinalExtra",
       case when a.aggmfinalfn <> 0
            then case a.aggmfinalmodify when 'r' then 'read only' when 's' then 'shareable' when 'w' then 'read write' end
            end as "movingFinalModify",
       nullif(a.aggsortop, 0)::regoperator::text as "sortOperator",
       case p.proparallel when 's' then 'safe' when 'r' then 'restricted' when 'u' then 'unsafe' end as "parallel",
       coalesce(nullif(quote_ident(pg_get_userbyid(p.proowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(p.oid, 'pg_proc') as "comment"
  from pg_aggregate a
  join pg_proc p on p.oid = a.aggfnoid
  join pg_namespace n on n.oid = p.pronamespace
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
 order by path
