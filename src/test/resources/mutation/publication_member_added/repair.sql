alter publication news drop table shop.drafts_kept;
