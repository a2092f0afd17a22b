-- One row: whether there is a ledger, and whether it has what came last.
select to_regclass('plumbline.run') is not null as there,
       to_regclass('plumbline.unwritten') is not null as complete
