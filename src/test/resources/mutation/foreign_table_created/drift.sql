create foreign table shop.other (id integer) server mill;
