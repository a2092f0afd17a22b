create unlogged table shop.drafts (body text);
