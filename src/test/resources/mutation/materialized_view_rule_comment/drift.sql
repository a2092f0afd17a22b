comment on rule "_RETURN" on shop.rooms is 'Why';
