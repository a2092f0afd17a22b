alter table shop.sketches rename to drafts;
