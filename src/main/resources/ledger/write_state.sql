-- $1 is when, $2 the verdict, $3 its reason, $4 the contract's fingerprint, $5 how many differences are open.
insert into plumbline.state (at, verdict, reason, contract, differences) values ($1, $2, $3, $4, $5)
