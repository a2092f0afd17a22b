drop aggregate shop.joined(text);
