drop foreign table spare.crates;
