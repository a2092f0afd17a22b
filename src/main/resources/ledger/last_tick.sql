-- One row: whether the last was $1 seconds ago or longer.
select coalesce(max(t.at) <= clock_timestamp() - make_interval(secs => $1), true) as due from plumbline.tick t
