create function shop.dollars() returns text language sql as 'select ''${not_a_placeholder}''';
