comment on view shop.best is null;
