create domain shop.other as text check (value <> '');
