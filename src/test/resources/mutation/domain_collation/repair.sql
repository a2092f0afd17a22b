drop domain shop.word;
create domain shop.word as text collate "C";
