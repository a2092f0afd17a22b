drop aggregate shop.joined(text);
create aggregate shop.joined(text) (sfunc = textcat, stype = text);
