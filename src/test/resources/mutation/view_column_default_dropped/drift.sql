alter view shop.writable alter column kept drop default;
