alter view shop.best alter column name drop default;
