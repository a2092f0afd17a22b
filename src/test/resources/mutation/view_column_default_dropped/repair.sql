alter view shop.writable alter column kept set default true;
