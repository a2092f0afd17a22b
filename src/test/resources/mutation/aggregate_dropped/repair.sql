create aggregate shop.joined(text) (sfunc = textcat, stype = text);
