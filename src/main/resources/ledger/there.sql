-- One row: whether there is a ledger, and whether it has the table that came last.
select to_regclass('plumbline.run') is not null as there,
       to_regclass('plumbline.delivery') is not null as complete
