drop aggregate shop.joined(text);
create aggregate shop.joined(line text) (sfunc = textcat, stype = text);
