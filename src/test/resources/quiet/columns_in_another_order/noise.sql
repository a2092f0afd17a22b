alter table shop.drafts_kept drop column body;

alter table shop.drafts_kept add column other integer;

alter table shop.drafts_kept add column body text;

alter table shop.drafts_kept drop column other;
