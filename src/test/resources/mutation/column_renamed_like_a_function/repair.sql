alter table shop.rents rename column lower to gone;
