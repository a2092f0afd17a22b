-- One row: whether the ledger has the table $1.
select to_regclass('plumbline.' || $1) is not null as there
