alter publication news drop table shop.audit;
