create function pg_catalog.lower(shop.mood) returns text language sql immutable as 'select ''x''';
