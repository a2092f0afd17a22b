-- One row: the number of the last event, 0 if there is none.
select coalesce(max(e.number), 0) as number from plumbline.event e
