alter table shop.drafts rename column content to body;
