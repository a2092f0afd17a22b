comment on function shop.is_admin(text, text[]) is 'Who may';
