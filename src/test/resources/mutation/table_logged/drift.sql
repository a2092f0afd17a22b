alter table shop.drafts set logged;
