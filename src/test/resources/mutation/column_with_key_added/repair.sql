alter table shop.drafts drop column id;
