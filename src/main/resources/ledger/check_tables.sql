-- Fails if one of the tables is gone that a run is kept in, or locked by somebody, or not for this role.
lock table plumbline.run, plumbline.left_behind, plumbline.event, plumbline.delivery in row exclusive mode;
select from plumbline.run, plumbline.left_behind, plumbline.event where false
