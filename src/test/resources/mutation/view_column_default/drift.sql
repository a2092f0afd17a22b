alter view shop.best alter column name set default 'x';
