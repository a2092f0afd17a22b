comment on rule "_RETURN" on shop.named is 'Why';
