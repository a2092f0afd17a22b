drop aggregate shop.joined(text);
create aggregate shop.joined(text) (sfunc = spare.append, stype = text[]);
