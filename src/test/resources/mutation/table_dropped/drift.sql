drop table shop.drafts;
