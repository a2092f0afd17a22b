drop type shop.words;
create type shop.words as range (subtype = text, collation = "C");
